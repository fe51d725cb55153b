#include "intake/source.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "catalogue/exercise.hpp"
#include "intake/gradescope.hpp"
#include "intake/names.hpp"
#include "intake/owner.hpp"

namespace gradus::intake {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMetadata = "submission_metadata.yml";

/// What lies at the top of a source.
struct Top {
  Kind kind = Kind::file;
  std::set<std::string> children;  ///< names in it, if it is a folder
};
using Tops = std::map<std::string, Top>;

/// Where a top goes.
struct Place {
  std::size_t upload = 0;
  std::string rest;  ///< its name within the upload; empty: its content lies at the upload's top
  std::uint64_t order = 0;
};

/// Which upload each top belongs to.
struct Layout {
  std::vector<Upload> uploads;
  std::map<std::string, Place> places;
  std::vector<std::string> loose;
};

bool is_one_students(const Tops& tops) {
  const auto is_folder = [&](std::string_view name) {
    const auto top = tops.find(std::string(name));
    return top != tops.end() && top->second.kind == Kind::folder;
  };
  const auto labs = catalogue();
  return is_folder("labs") ||
         std::any_of(labs.begin(), labs.end(), [&](const Lab& lab) { return is_folder(lab.name); });
}

/// Canvas writes nothing else into its archive, and each file has a number of its own.
bool is_canvas(const Tops& tops) {
  std::set<std::uint64_t> seen;
  for (const auto& [name, top] : tops) {
    // What was typed, or is a link, has no file and no number.
    if (name.ends_with("_text.html") || name.ends_with("_link.html")) continue;
    const auto named = canvas_name(name);
    if (top.kind != Kind::file || !named || !seen.insert(named->order).second) return false;
  }
  return !seen.empty();
}

bool is_platforms(const std::set<std::string>& names) {
  Tops tops;
  for (const std::string& name : names) tops.emplace(name, Top{});
  return names.contains(kMetadata) || is_canvas(tops) ||
         std::any_of(names.begin(), names.end(),
                     [](const std::string& name) { return moodle_name(name).has_value(); });
}

/// The one folder that wraps a platform's download, if it is wrapped.
std::string wrapper(const Tops& tops) {
  if (tops.size() != 1 || tops.begin()->second.kind != Kind::folder) return {};
  return is_platforms(tops.begin()->second.children) ? tops.begin()->first : std::string();
}

/// A folder or an archive with no more to it than its name.
Named plain_name(const std::string& name) {
  Named named;
  named.owner.label = label_of(name);
  return named;
}

void place(Layout& layout, const std::string& top, const Named& named) {
  const auto same = [&](const Upload& u) { return u.owner.label == named.owner.label; };
  auto upload = std::find_if(layout.uploads.begin(), layout.uploads.end(), same);
  // An archive "ada.zip" beside a folder "ada" is another upload.
  const bool alone = named.owner.moodle_id.empty() && named.owner.canvas_id.empty();
  const bool is_new = upload == layout.uploads.end();
  if (alone || is_new) {
    layout.uploads.push_back({named.owner, {}, {}, 0, {}, {}, {}, {}});
    upload = std::prev(layout.uploads.end());
    if (!is_new) upload->owner.label = label_of(top);
  }
  upload->names.push_back(label_of(top));
  layout.places[top] = {static_cast<std::size_t>(upload - layout.uploads.begin()), named.rest,
                        named.order};
}

Layout layout_of(const Tops& tops) {
  const bool canvas = is_canvas(tops);
  Layout layout;
  for (const auto& [name, top] : tops) {
    if (name == kMetadata) continue;
    auto named = canvas ? canvas_name(name) : moodle_name(name);
    if (top.kind == Kind::folder) {
      if (named) named->rest.clear();
      place(layout, name, named.value_or(plain_name(name)));
      continue;
    }
    const bool archive = is_archive(name) || is_foreign_archive(name);
    if (!named && !archive && top.kind == Kind::file) {
      layout.loose.push_back(label_of(name));
      continue;
    }
    if (!named) {
      named = plain_name(stem(name));
      named->rest = name;
    }
    if (top.kind != Kind::file || named->rest.empty()) named->rest = name;
    place(layout, name, *named);
  }
  return layout;
}

/// Gives the uploads of a Gradescope export their owners; one that was handed in together becomes
/// one for each.
void give_to_submitters(std::vector<Upload>& uploads, const Submitters& submitters) {
  std::vector<Upload> all;
  for (const Upload& upload : uploads) {
    const auto found = submitters.find(upload.names.front());
    if (found == submitters.end() || found->second.empty()) {
      all.push_back(upload);
      continue;
    }
    const auto& owners = found->second;
    for (std::size_t i = 0; i < owners.size(); ++i) {
      all.push_back(upload);
      all.back().owner = owners[i];
      all.back().owner.label = upload.owner.label;
      if (owners.size() > 1) all.back().owner.label += "." + std::to_string(i + 1);
    }
  }
  uploads = std::move(all);
}

std::string shown(const fs::path& path) { return label_of(path.string()); }

/// The whole source as one student's work.
Source one_upload(const fs::path& path, bool is_folder) {
  const std::string name = decode_name(path.filename().string(), false);
  Upload upload;
  upload.owner = plain_name(is_folder ? name : stem(name)).owner;
  upload.names = {label_of(name)};
  Collector collector(upload);
  add_from_disk(collector, path, is_folder ? "" : name, 0);
  collector.finish();
  return {{std::move(upload)}, {}};
}

Tops tops_of_folder(const fs::path& folder) {
  Tops tops;
  for (const fs::path& child : children(folder)) {
    const std::string name = child.filename().string();
    if (is_noise(name)) continue;
    Top& top = tops[name];
    top.kind = kind_on_disk(child);
  }
  if (tops.size() == 1 && tops.begin()->second.kind == Kind::folder) {
    for (const fs::path& child : children(folder / tops.begin()->first)) {
      tops.begin()->second.children.insert(child.filename().string());
    }
  }
  return tops;
}

Source read_folder(const fs::path& folder) {
  const Tops tops = tops_of_folder(folder);
  if (const std::string inner = wrapper(tops); !inner.empty()) return read_folder(folder / inner);
  if (is_one_students(tops)) return one_upload(folder, true);
  Tops decoded;
  std::map<std::string, fs::path> on_disk;
  for (const auto& [name, top] : tops) {
    const std::string shown_name = decode_name(name, false);
    decoded.emplace(shown_name, top);
    on_disk.emplace(shown_name, folder / name);
  }
  Layout layout = layout_of(decoded);
  std::vector<Collector> collectors;
  for (Upload& upload : layout.uploads) collectors.emplace_back(upload);
  for (const auto& [name, place] : layout.places) {
    add_from_disk(collectors[place.upload], on_disk.at(name), place.rest, place.order);
  }
  for (Collector& collector : collectors) collector.finish();
  if (tops.contains(kMetadata)) {
    give_to_submitters(layout.uploads, parse_submitters(read_from_disk(folder / kMetadata,
                                                                       kMetadata, kMaxUnpacked)));
  }
  return {std::move(layout.uploads), std::move(layout.loose)};
}

/// What a first pass over an archive finds.
struct Contents {
  Tops tops;
  std::string prefix;  ///< the folder that wraps everything, with a "/"
  std::string metadata;
  std::string damage;  ///< why the pass ended early
};

/// Notes an entry below its top, and its name there.
void note(Tops& tops, const Entry& entry, const std::string& path) {
  const auto all = parts(path);
  if (all.empty() || is_noise(all.front())) return;
  Top& top = tops[std::string(all.front())];
  top.kind = all.size() > 1 ? Kind::folder : entry.kind;
  if (all.size() > 1) top.children.emplace(all[1]);
}

Contents look_through(const fs::path& file) {
  Contents found;
  std::vector<Entry> entries;
  try {
    Archive archive = Archive::of_class(file);
    while (archive.next()) {
      entries.push_back(archive.entry());
      const std::string& path = entries.back().path;
      if (base_name(path) == kMetadata && parts(path).size() <= 2 && found.metadata.empty()) {
        found.metadata = archive.content(kMaxUnpacked);
      }
    }
  } catch (const Refusal& why) {
    found.damage = why.what();
  }
  for (const Entry& entry : entries) note(found.tops, entry, entry.path);
  const std::string inner = wrapper(found.tops);
  if (inner.empty()) return found;
  found.prefix = inner + "/";
  found.tops.clear();
  for (const Entry& entry : entries) {
    if (!entry.path.starts_with(found.prefix)) continue;
    note(found.tops, entry, entry.path.substr(found.prefix.size()));
  }
  return found;
}

void read_entries(const fs::path& file, const Contents& contents, const Layout& layout,
                  std::vector<Collector>& collectors) {
  Archive archive = Archive::of_class(file);
  while (archive.next()) {
    Entry entry = archive.entry();
    if (leads_out(entry.path)) {
      throw Refusal("a path in it leads out of its folder: " + label_of(entry.path));
    }
    if (!entry.path.starts_with(contents.prefix)) continue;
    const std::string path = entry.path.substr(contents.prefix.size());
    const auto all = parts(path);
    const auto found = all.empty() ? layout.places.end() : layout.places.find(std::string(all[0]));
    if (found == layout.places.end()) continue;
    entry.path = found->second.rest;
    for (std::size_t i = 1; i < all.size(); ++i) entry.path += "/" + std::string(all[i]);
    if (entry.path.starts_with('/')) entry.path.erase(0, 1);
    if (entry.path.empty()) continue;
    collectors[found->second.upload].add(entry, found->second.order,
                                         [&](std::uint64_t most) { return archive.content(most); });
  }
}

Source read_archive(const fs::path& file) {
  const Contents contents = look_through(file);
  if (contents.tops.empty() || is_one_students(contents.tops)) return one_upload(file, false);
  const auto damaged = [&](const std::string& why) {
    return IntakeError(
        shown(file) + ": " + why +
        "\nWho is missing from it cannot be told, so nothing of it is taken. Download "
        "it again, or unpack it and give the folder");
  };
  if (!contents.damage.empty()) throw damaged(contents.damage);
  Layout layout = layout_of(contents.tops);
  std::vector<Collector> collectors;
  for (Upload& upload : layout.uploads) collectors.emplace_back(upload);
  try {
    read_entries(file, contents, layout, collectors);
  } catch (const Refusal& why) {
    throw damaged(why.what());
  }
  for (Collector& collector : collectors) collector.finish();
  if (contents.tops.contains(kMetadata)) {
    give_to_submitters(layout.uploads, parse_submitters(contents.metadata));
  }
  return {std::move(layout.uploads), std::move(layout.loose)};
}

}  // namespace

Source read_source(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) throw IntakeError(shown(path) + " cannot be read: " + error.message());
  const bool folder = fs::is_directory(real);
  if (!folder && !(fs::is_regular_file(real) && is_archive(real.filename().string()))) {
    throw IntakeError(shown(path) +
                      " is neither a folder nor an archive. Give the folder or the archive that "
                      "holds what the students handed in: .zip, .tar, .tar.gz, .tar.xz or .7z");
  }
  Source source;
  try {
    source = folder ? read_folder(real) : read_archive(real);
  } catch (const Refusal& why) {
    throw IntakeError(shown(path) + ": " + why.what());
  }
  if (source.uploads.empty()) {
    throw IntakeError(shown(path) +
                      " holds no folder and no archive of a student. Give the folder or archive in "
                      "which there is one for each");
  }
  const std::string name = label_of(decode_name(real.filename().string(), false));
  for (Upload& upload : source.uploads) upload.source = name;
  return source;
}

}  // namespace gradus::intake
