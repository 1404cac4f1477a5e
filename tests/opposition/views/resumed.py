"""Reads a page of `/reprendre/`: its title, its dates, the letters that it offers."""

import re

TODAY = "Mon 2026-12-28"


def title(response):
    return re.search(r"<h1>(.*?)</h1>", response.page)[1]


def offered(response):
    return re.findall(r'name="letter" value="([\w-]+)"', response.page)


def facts(response):
    """The lines of the page that say a date."""
    row = r"<dt>(.*?)</dt><dd>(?:<strong>)?([^<]*?)(?:</strong>)? ?<"
    return dict(re.findall(row, response.page))
