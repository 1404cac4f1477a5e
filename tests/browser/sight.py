"""What a test looks at in a page: axe's findings, sideways scrolling, the keyboard's way."""

from axe_playwright_python.sync_playwright import Axe

# Target size (WCAG 2.5.8) is off by default in axe; best practices count too.
AXE = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
# WCAG 1.4.12: what a person's own style sheet may do without anything being lost.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
FOCUS = """() => {
  const here = document.activeElement, card = here.closest(".choice");
  const drawn = [getComputedStyle(here), card && getComputedStyle(card)].some(
    (s) => s && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
  const box = here.getBoundingClientRect();
  return {tag: here.tagName, words: here.innerText || here.name || "", drawn, top: box.top,
          seen: box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1};
}"""


def violations(page):
    """axe's violations as readable lines; none is an empty list."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def sideways(page):
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def focused(page):
    """What has the keyboard: its tag, its words, whether its focus is drawn and in sight."""
    return page.evaluate(FOCUS)
