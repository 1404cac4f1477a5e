"""The demo's bodies say that they are invented and can reach nobody."""

from opposition.directory import invented, shipped
from opposition.models.addressee import Kind


def test_there_is_one_invented_fund_and_one_invented_hub():
    assert [(one.key, one.kind) for one in invented.addressees()] == [
        ("demo-caisse", Kind.FUND),
        ("demo-hdh", Kind.HDH),
    ]


def test_an_invented_body_is_marked_named_and_boxed_as_such():
    for one in invented.addressees():
        assert one.invented is True
        assert one.name.startswith("(INVENTÉ) ")
        assert one.mailbox.endswith("@example.org")
        assert one.source == "Inventé pour la démonstration : n’existe pas."
        one.clean_fields()


def test_an_invented_body_is_verified_so_that_the_demo_may_write_to_it():
    assert {one.verified_by for one in invented.addressees()} == {"demo@example.org"}
    assert None not in {one.verified_on for one in invented.addressees()}


def test_no_invented_body_takes_the_key_of_a_real_one():
    real = {one.key for one in shipped.addressees()}
    assert real.isdisjoint(one.key for one in invented.addressees())
