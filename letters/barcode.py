"""A reference as Code 128 (ISO/IEC 15417), drawn as SVG with an alternative text."""

from barcode import Code128
from markupsafe import Markup

HEIGHT = 40


def svg(reference: str) -> Markup:
    """Bars one unit a module, quiet zone of ten modules on either side; CSS gives the size."""
    modules = Code128(reference).build()[0]
    bars, x = [], 10
    for run in _runs(modules):
        if run[0] == "1":
            bars.append(f"M{x} 0h{len(run)}v{HEIGHT}h-{len(run)}z")
        x += len(run)
    return Markup(
        '<svg class="barcode" xmlns="http://www.w3.org/2000/svg" role="img" '
        'viewBox="0 0 {width} {height}" preserveAspectRatio="none">'
        "<title>Code-barres de la référence {reference}</title>"
        '<path d="{path}"/></svg>'
    ).format(width=x + 10, height=HEIGHT, reference=reference, path="".join(bars))


def _runs(modules: str) -> list[str]:
    """`"1101"` → `["11", "0", "1"]`."""
    runs: list[str] = []
    for module in modules:
        if runs and runs[-1][0] == module:
            runs[-1] += module
        else:
            runs.append(module)
    return runs
