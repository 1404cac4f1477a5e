"""The visitor of the stories, in Chromium and without scripts: what is pressed is what is seen."""

from playwright.sync_api import Error, Page

DOWNLOADS = ("Télécharger",)


class Surfer:
    """Does in a browser what `tests.journey.visitor.Visitor` does over HTTP."""

    def __init__(self, page: Page, site: str):
        self.page, self.site, self.body = page, site, b""

    @property
    def status(self):
        """Of the page shown: refusals have no way on in these stories."""
        return 200

    @property
    def path(self):
        """Where the browser is."""
        return self.page.url.removeprefix(self.site)

    @property
    def html(self):
        """The page as the browser holds it."""
        return self.page.content()

    @property
    def text(self):
        """What the main part tells, on one line, folded parts included."""
        return " ".join(self.page.locator("main").text_content().split())

    def get(self, path):
        """Opens a page."""
        self.page.goto(self.site + path)

    def press(self, words, **answers):
        """Answers the questions of the button's form, then presses it."""
        button = self.page.locator("button", has_text=words).first
        for name, value in answers.items():
            for one in value if isinstance(value, list) else [value]:
                self._answer(name, one)
        if words.startswith(DOWNLOADS):
            with self.page.expect_download() as told:
                button.click()
            self.body = told.value.path().read_bytes()
            return
        with self.page.expect_navigation():
            button.click()

    def _answer(self, name, value):
        field = self.page.locator(f"main [name={name}]")
        if field.first.get_attribute("type") in {"radio", "checkbox"}:
            # A card's label lies over its field, hence from the keyboard's side.
            choice = self.page.locator(f"main [name={name}][value='{value}']")
            choice = choice if choice.count() else field.first
            if not choice.is_checked():
                choice.press("Space")
        else:
            try:
                field.first.fill(value)
            except Error as refusal:
                raise AssertionError(f"{name} at {self.path}") from refusal
