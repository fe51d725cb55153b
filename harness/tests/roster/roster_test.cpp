#include "roster/roster.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mnist/temporary_folder.hpp"

namespace gradus::roster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Roster parse(const std::string& text) { return Roster::parse(text, "list.csv"); }

std::string error_of(const std::string& text) {
  try {
    (void)parse(text);
  } catch (const RosterError& error) {
    EXPECT_THAT(error.what(), testing::StartsWith("list.csv: "));
    return error.what();
  }
  return "no error";
}

std::vector<std::string> ids(const Roster& roster) {
  std::vector<std::string> all;
  for (const Student& student : roster.students()) all.push_back(student.id);
  return all;
}

// --- Formats ---

constexpr const char* kCanvas =
    "Student,ID,SIS User ID,SIS Login ID,Section,TP1 (4711),Current Score\n"
    ",,,,,Manual Posting,\n"
    "    Points Possible,,,,,20.00,(read only)\n"
    "\"Lovelace, Ada\",101,22101,ada@univ.fr,M1 and M2,12.50,62.5\n"
    "\"King, Martin Luther, Jr.\",102,22102,mlk,M1,,\n"
    "\"Student, Test\",199,,8b1f,M1,,\n";

TEST(Roster, ReadsACanvasGradebook) {
  const Roster roster = parse(kCanvas);
  ASSERT_THAT(ids(roster), ElementsAre("22101", "22102"));
  const Student& ada = roster.students()[0];
  EXPECT_EQ(ada.name, "Ada Lovelace");
  EXPECT_EQ(ada.number, "22101");
  EXPECT_EQ(ada.canvas_id, "101");
  EXPECT_EQ(ada.login, "ada@univ.fr");
  EXPECT_EQ(ada.email, "ada@univ.fr");
  EXPECT_EQ(ada.section, "M1 and M2");
  EXPECT_EQ(roster.students()[1].name, "King, Martin Luther, Jr.");
  EXPECT_EQ(roster.students()[1].email, "");
  EXPECT_THAT(roster.remarks(), ElementsAre(HasSubstr("line 6: Canvas' test student")));
}

TEST(Roster, ReadsACanvasGradebookWithoutSisIdsAndWithNamesApart) {
  const Roster roster = parse(
      "LastName;FirstName;ID;SIS Login ID;Section;Email;TP1 (1)\n"
      "    Points Possible;;;;;;20,00\n"
      "Lovelace;Ada;101;ada;M1;x@y.fr;12,50\n");
  ASSERT_THAT(ids(roster), ElementsAre("ada"));
  EXPECT_EQ(roster.students()[0].name, "Ada Lovelace");
  EXPECT_EQ(roster.students()[0].email, "") << "columns beyond Section are the instructor's";
}

TEST(Roster, OnlyCanvasHasATestStudent) {
  EXPECT_THAT(ids(parse("login,name\nts,Test Student\n")), ElementsAre("ts"));
}

TEST(Roster, ALoginThatIsAnAddressIsOneUnlessThereIsAnother) {
  const Roster roster = parse("login,email\nada@x.fr,\nalan@x.fr,turing@y.fr\n");
  EXPECT_EQ(roster.students()[0].email, "ada@x.fr");
  EXPECT_EQ(roster.students()[1].email, "turing@y.fr");
}

TEST(Roster, ACanvasStudentWithoutIdIsStillAStudent) {
  const Roster roster = parse("Student,ID,SIS Login ID,Section\n\"Lovelace, Ada\",,ada,\n");
  EXPECT_THAT(ids(roster), ElementsAre("ada"));
}

TEST(Roster, ReadsAMoodleWorksheetInAnyLanguage) {
  for (const std::string header :
       {"Identifier,Full name,Email address,Status,Grade",
        "Identifiant,Nom complet,Courriel,Statut,Note",
        "ID,Vollst\u00e4ndiger Name,E-Mail-Adresse,Status,Bewertung",
        "\u05de\u05d6\u05d4\u05d4,Nombre completo,Direcci\u00f3n de correo,Estado,Nota"}) {
    for (const std::string word : {"Participant ", "Participant", "Participante", "Teilnehmer/in",
                                   "\u05de\u05e9\u05ea\u05ea\u05e3 "}) {
      const Roster roster = parse("\ufeff" + header + "\n" + word + "12,Ada Lovelace,a@x.fr,,\n" +
                                  word + "345,Alan Turing,t@x.fr,,\n");
      ASSERT_EQ(ids(roster), (std::vector<std::string>{"a@x.fr", "t@x.fr"})) << header << word;
      EXPECT_EQ(roster.students()[1].moodle_id, "345");
      EXPECT_EQ(roster.students()[1].name, "Alan Turing");
    }
  }
}

TEST(Roster, ABlindMoodleWorksheetHasParticipantNumbersAlone) {
  EXPECT_THAT(ids(parse("Identifier,Status,Grade\nParticipant 12,,\nParticipant 13,,\n")),
              ElementsAre("12", "13"));
}

TEST(Roster, LoginsThatEndInNumbersAreNoParticipants) {
  EXPECT_THAT(ids(parse("id,name\netu12,A\netu13,B\n")), ElementsAre("etu12", "etu13"));
  const Roster roster = parse("name,email\nStudent 1,a@x.fr\nStudent 2,b@x.fr\n");
  EXPECT_EQ(roster.students()[0].name, "Student 1");
  EXPECT_EQ(roster.students()[0].moodle_id, "");
}

TEST(Roster, DifferentWordsBeforeNumbersAreNoParticipants) {
  EXPECT_THAT(error_of("who,login\nAda King 1,a\nParticipant 2,\n"), HasSubstr("line 3"));
}

TEST(Roster, ReadsMoodleAndGradescopeListsOfParticipants) {
  for (const std::string header :
       {"First name,Last name,ID number,Email address,Groups",
        "Pr\u00e9nom,Nom de famille,Num\u00e9ro d'identification,Adresse de courriel,Groupes",
        "Pr\u00e9nom,Nom,Num\u00e9ro d\u2019identification,Courriel,Groupe",
        "Vorname,Nachname,ID-Nummer,E-Mail-Adresse,Gruppen",
        "Vorname,Name,Matrikelnummer,E-Mail,Gruppe",
        "Nombre,Apellido(s),N\u00famero de ID,Direcci\u00f3n de correo,Grupos",
        "First Name,Last Name,SID,Email,Sections"}) {
    const Roster roster = parse(header + "\nAda,Lovelace,22101,ada@x.fr,G1\n");
    ASSERT_THAT(ids(roster), ElementsAre("22101")) << header;
    const Student& ada = roster.students()[0];
    EXPECT_EQ(ada.name, "Ada Lovelace") << header;
    EXPECT_EQ(ada.email, "ada@x.fr") << header;
    EXPECT_EQ(ada.section, "G1") << header;
  }
}

TEST(Roster, ReadsAListOfTheInstructorsOwn) {
  const Roster roster = parse(
      "NOM;PR\u00c9NOM;N\u00b0 \u00e9tudiant;courriel;ID;login\n"
      "L'\u00c9cuyer; Jean-No\u00ebl ;22101;j@x.fr;jn;jnlec\n;;;;;\n");
  ASSERT_THAT(ids(roster), ElementsAre("jn"));
  EXPECT_EQ(roster.students()[0].name, "Jean-No\u00ebl L'\u00c9cuyer");
  EXPECT_EQ(roster.students()[0].number, "22101");
  EXPECT_EQ(roster.students()[0].login, "jnlec");
}

TEST(Roster, TheIdIsTheFirstKeyThatThereIs) {
  EXPECT_THAT(ids(parse("id,number,login,email\n"
                        "i1,n1,l1,e1@x\n,n2,l2,e2@x\n,,l3,e3@x\n,,,e4@x\n")),
              ElementsAre("i1", "n2", "l3", "e4@x"));
}

TEST(Roster, ReadsTheSameFromEveryEncoding) {
  const Roster utf8 = parse("login,nom\nzoe,Zo\u00e9\n");
  const Roster windows = parse("login,nom\nzoe,Zo\xe9\n");
  EXPECT_EQ(utf8.students()[0].name, "Zo\u00e9");
  EXPECT_EQ(windows.students()[0].name, "Zo\u00e9");
}

// --- Errors ---

TEST(Roster, SaysWhichListsItReads) {
  EXPECT_THAT(error_of("foo,\x1b[2Jbar\n1,2\n"),
              AllOf(HasSubstr("\"foo\", \"\\x1b[2Jbar\""), HasSubstr("a Canvas gradebook export"),
                    HasSubstr("a Moodle grading worksheet"), HasSubstr("pr\u00e9nom")));
  EXPECT_THAT(error_of("name,section\nAda,1\n"), HasSubstr("tells students apart"));
}

TEST(Roster, RefusesTwoColumnsOfOneMeaning) {
  EXPECT_THAT(error_of("login,Email,Courriel\na,b,c\n"),
              HasSubstr("\"Email\" and \"Courriel\" mean the same"));
}

TEST(Roster, RefusesTwoStudentsOfOneId) {
  EXPECT_THAT(error_of("id\nada\nalan\nADA\n"),
              AllOf(HasSubstr("lines 2 and 4"), HasSubstr("\"ADA\"")));
}

TEST(Roster, RefusesAStudentWithoutId) {
  EXPECT_THAT(error_of("name,login\nAda,ada\n\x1b[2JAlan,\n"),
              AllOf(HasSubstr("line 3"), HasSubstr("\\x1b[2JAlan has nothing")));
}

TEST(Roster, RefusesIdsThatAreNoNamesOfFolders) {
  for (const std::string id :
       {"../x", "a/b", ".hidden", "-rf", "a b", "caf\u00e9", "a\\b", "\x1b[2J"}) {
    EXPECT_THAT(error_of("id\n\"" + id + "\"\n"),
                AllOf(HasSubstr("line 2"), HasSubstr("cannot be"), testing::Not(HasSubstr("\x1b"))))
        << id;
  }
  EXPECT_THAT(error_of("id\n" + std::string(65, 'a') + "\n"), HasSubstr("cannot be"));
  EXPECT_THAT(ids(parse("id\n" + std::string(64, 'a') + "\n_A.b@c+d-9\n")),
              ElementsAre(std::string(64, 'a'), "_A.b@c+d-9"));
}

TEST(Roster, RefusesAListOfNobody) {
  EXPECT_THAT(error_of("id,name\n,\n"), HasSubstr("no student"));
  EXPECT_THAT(error_of(""), HasSubstr("empty"));
  EXPECT_THAT(error_of("id,name\n\"a,b\n"), HasSubstr("line 2: the quotation mark"));
}

TEST(Roster, NamesTheFileThatItCannotRead) {
  const mnist::test::TemporaryFolder folder;
  std::ofstream(folder / "good.csv") << "id\nada\n";
  EXPECT_THAT(ids(Roster::read(folder / "good.csv")), ElementsAre("ada"));
  try {
    (void)Roster::read(folder / "none.csv");
    FAIL() << "no RosterError";
  } catch (const RosterError& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("none.csv: "), HasSubstr("No such file")));
  }
}

TEST(Roster, RemarksOnWhatStudentsShare) {
  const Roster roster = parse("id,name,email\na,Ada King,x@y\nb,king ada,x@y\nc,Ada K\u00edng,\n");
  EXPECT_THAT(roster.remarks(),
              ElementsAre(AllOf(HasSubstr("lines 2 and 3"), HasSubstr("email")),
                          AllOf(HasSubstr("lines 2, 3 and 4"), HasSubstr("name"))));
}

// --- Matching ---

const Roster& course() {
  static const Roster roster = parse(
      "id,name,number,login,email\n"
      "ada,Ada Lovelace,1001,alovelac,ada@x.fr\n"
      "alan,Alan Turing,1002,aturing,alan@x.fr\n"
      "m1,Marie Martin,1003,mmartin,m1@x.fr\n"
      "m2,Martin Marie,1004,mmarie,m2@x.fr\n"
      "jn,Jean-No\u00ebl L'\u00c9cuyer,1005,jlecuyer,jn@x.fr\n"
      "1001x,Grace Hopper,,1002y,\n");
  return roster;
}

std::string id_of(const Match& match) { return match.student ? match.student->id : "nobody"; }

std::vector<std::string> candidates_of(const Match& match) {
  std::vector<std::string> all;
  for (const Student* student : match.candidates) all.push_back(student->id);
  return all;
}

Owner named(const std::string& name) {
  Owner owner;
  owner.name = name;
  return owner;
}

Owner labelled(const std::string& label) {
  Owner owner;
  owner.label = label;
  return owner;
}

TEST(Match, FindsByEveryStrongKey) {
  Owner owner;
  owner.number = "1001";
  EXPECT_EQ(id_of(course().match(owner)), "ada");
  EXPECT_EQ(course().match(owner).by, "student number");
  owner = {};
  owner.login = "ALOVELAC";
  EXPECT_EQ(id_of(course().match(owner)), "ada");
  EXPECT_EQ(course().match(owner).by, "login");
  owner = {};
  owner.email = " Ada@X.fr ";
  EXPECT_EQ(id_of(course().match(owner)), "ada");
  EXPECT_EQ(course().match(owner).by, "email address");
  EXPECT_THAT(course().match(owner).candidates, IsEmpty());
}

TEST(Match, FindsByThePlatformsOwnNumbers) {
  const Roster canvas = parse(kCanvas);
  Owner owner;
  owner.canvas_id = "102";
  EXPECT_EQ(id_of(canvas.match(owner)), "22102");
  EXPECT_EQ(canvas.match(owner).by, "Canvas id");
  const Roster moodle = parse("Identifier,Full name\nParticipant 12,Ada\nParticipant 13,Alan\n");
  owner = {};
  owner.moodle_id = "13";
  EXPECT_EQ(id_of(moodle.match(owner)), "13");
  EXPECT_EQ(moodle.match(owner).by, "Moodle participant number");
}

TEST(Match, AnIdMayBeANumberOrALogin) {
  const Roster roster = parse("id,name\n1001,Ada\nalan,Alan\n");
  Owner owner;
  owner.number = "1001";
  EXPECT_EQ(id_of(roster.match(owner)), "1001");
  owner = {};
  owner.login = "Alan";
  EXPECT_EQ(id_of(roster.match(owner)), "alan");
  const Roster addresses = parse("id,name\nada@x.fr,Ada\n");
  owner = {};
  owner.email = "Ada@x.fr";
  EXPECT_EQ(id_of(addresses.match(owner)), "ada@x.fr");
}

TEST(Match, TriesTheLabelOnEveryKey) {
  for (const std::string label :
       {"ada", "Ada", "1001", "alovelac", "ada@x.fr", "ada.zip", "1001.tar.gz"}) {
    EXPECT_EQ(id_of(course().match(labelled(label))), "ada") << label;
    EXPECT_EQ(course().match(labelled(label)).by, "name of the upload");
  }
}

TEST(Match, FindsByFullNameInAnyOrder) {
  for (const std::string name : {"Jean-No\u00ebl L'\u00c9cuyer", "LECUYER Jean Noel",
                                 "L\u2019\u00e9cuyer, Jean-noe\u0308l"}) {
    EXPECT_EQ(id_of(course().match(named(name))), "jn") << name;
    EXPECT_EQ(course().match(named(name)).by, "full name");
    EXPECT_EQ(id_of(course().match(labelled(name + ".zip"))), "jn") << name;
  }
  EXPECT_EQ(id_of(course().match(labelled("Turing_Alan"))), "alan");
}

TEST(Match, GuessesNothing) {
  for (const std::string text :
       {"", "Ada", "Lovelace", "Ada Lovelac", "Ada M Lovelace", "1001 Ada", "100", "ada@x"}) {
    const Match match = course().match(named(text));
    EXPECT_EQ(match.student, nullptr) << text;
    EXPECT_THAT(match.candidates, IsEmpty()) << text;
  }
  EXPECT_EQ(course().match(labelled("")).student, nullptr);
  EXPECT_EQ(course().match(labelled(".zip")).student, nullptr);
}

TEST(Match, TwoOfOneNameAreCandidates) {
  const Match match = course().match(named("marie MARTIN"));
  EXPECT_EQ(match.student, nullptr);
  EXPECT_THAT(candidates_of(match), ElementsAre("m1", "m2"));
}

TEST(Match, AnotherKeyTellsTwoOfOneNameApart) {
  Owner owner = named("Marie Martin");
  owner.email = "m2@x.fr";
  EXPECT_EQ(id_of(course().match(owner)), "m2");
  EXPECT_EQ(course().match(owner).by, "email address");
}

TEST(Match, KeysThatPointAtDifferentStudentsGiveNone) {
  Owner owner = named("Alan Turing");
  owner.number = "1001";
  EXPECT_EQ(id_of(course().match(owner)), "nobody");
  EXPECT_THAT(candidates_of(course().match(owner)), ElementsAre("ada", "alan"));
  owner = labelled("alan");
  owner.email = "ada@x.fr";
  EXPECT_THAT(candidates_of(course().match(owner)), ElementsAre("ada", "alan"));
}

TEST(Match, AKeyThatFitsNobodyDoesNotCount) {
  Owner owner = named("Ada Byron");
  owner.label = "upload 7";
  owner.number = "1001";
  owner.canvas_id = "5";
  EXPECT_EQ(id_of(course().match(owner)), "ada");
}

TEST(Match, KeysThatAreSharedMayStillTellTogether) {
  const Roster roster =
      parse("id,name,login,email\na,Ada King,k1,x@y\nb,Bob King,k2,x@y\nc,Ada King,k3,z@y\n");
  Owner owner = named("Ada King");
  owner.email = "x@y";
  EXPECT_EQ(id_of(roster.match(owner)), "a");
  EXPECT_EQ(roster.match(owner).by, "email address and full name");
  owner.name = "";
  EXPECT_THAT(candidates_of(roster.match(owner)), ElementsAre("a", "b"));
}

TEST(Find, TakesAnIdInAnyCapitals) {
  EXPECT_EQ(course().find("ADA"), &course().students()[0]);
  EXPECT_EQ(course().find("1001"), nullptr);
  EXPECT_EQ(course().find(""), nullptr);
}

}  // namespace
}  // namespace gradus::roster
