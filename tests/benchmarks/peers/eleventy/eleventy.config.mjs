// Content files carry TOML front matter; one layout makes the page, one template the index.
import { parse } from "smol-toml";

const long = new Intl.DateTimeFormat("en-US", {
  weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC",
});

export default function (config) {
  config.setFrontMatterParsingOptions({ language: "toml", engines: { toml: parse } });
  config.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true, autoescape: false });
  config.addNunjucksFilter("long", (day) => long.format(day));
  config.addCollection("editions", (all) =>
    all.getFilteredByGlob("content/*/*.njk").map((page) => page.data.r).sort(
      (a, b) => b.date.getUTCFullYear() - a.date.getUTCFullYear() || (a.path < b.path ? -1 : 1)));
  return { dir: { input: "content", includes: "../_includes" }, htmlTemplateEngine: "njk", markdownTemplateEngine: false };
}
