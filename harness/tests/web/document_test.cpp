#include "web/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/refusal.hpp"
#include "web/base64.hpp"
#include "web/embedded.hpp"
#include "web/svg.hpp"

namespace gradus::web {
namespace {

using testing::HasSubstr;

TEST(Document, HoldsTheSharedLooksThenItsOwn) {
  const std::string page = render({"t", "{{{style}}}|{{{script}}}", "own", "run"}, object({}));
  EXPECT_EQ(page, std::string(kBaseStyle) + "own|run");
}

TEST(Document, ShowsTextAsText) {
  EXPECT_EQ(render({"t", "{{x}}", "", ""}, object({{"x", "<b>&{{{style}}}\"'"}})),
            "&lt;b&gt;&amp;{{{style}}}&quot;&apos;");
}

TEST(Document, ItsHashesAreThoseOfItsVeryBytes) {
  // sha256 of "run", as `printf run | openssl dgst -sha256 -binary | base64` tells it.
  EXPECT_EQ(render({"t", "{{script_hash}}", "", "run"}, object({})),
            "rLolUSEA+AtW/DzNFMZb5V2UgAzad1hcX0Goh+OY+b4=");
}

TEST(Document, ATemplateThatIsNoneIsNamed) {
  EXPECT_THAT(test::refusal([] {
                static_cast<void>(render({"page.mustache", "{{#open}}", "", ""}, object({})));
              }),
              HasSubstr("page.mustache"));
}

TEST(Bar, IsAsLongAsItsShareAndNoLonger) {
  EXPECT_THAT(svg::bar(0.5), HasSubstr("width=\"50.0\""));
  EXPECT_THAT(svg::bar(7.0), HasSubstr("width=\"100.0\""));
}

TEST(SvgText, IsHarmlessBetweenTagsAndInAttributes) {
  EXPECT_EQ(svg::text("<a href=\"x\" '&\x1b>"), "&lt;a href=&quot;x&quot; &#39;&amp;\\x1b&gt;");
}

}  // namespace
}  // namespace gradus::web
