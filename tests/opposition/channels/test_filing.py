"""What is known of the CNIL's form, and what is not."""

from opposition.channels import filing, ways


def test_nobody_knows_how_long_a_text_the_form_takes():
    found = filing.online()
    assert (found.key, found.most, found.piece) == ("cnil", None, 1000)
    assert found.checked_on.isoformat() == "2026-11-21"
    assert "non vérifiés" in found.source


def test_it_is_no_way_to_write_to_a_body():
    assert "cnil" not in ways.ways()
