"""Rule 2: evidence is ranked, and an estimate opens nothing."""

from opposition.domain.vocabulary import Channel, Evidence


def test_rule_2_evidence_is_ranked_from_the_estimate_to_the_signed_slip():
    assert [str(evidence) for evidence in sorted(Evidence, key=lambda each: each.rank)] == [
        "estimated",
        "declared",
        "acknowledgement",
        "tracking",
        "signed_return_slip",
    ]


def test_rule_2_only_the_estimate_opens_nothing():
    assert [evidence for evidence in Evidence if not evidence.opens] == [Evidence.ESTIMATED]


def test_rule_8_ameli_comes_before_mail_and_mail_before_post():
    order = list(Channel)

    assert order.index(Channel.AMELI) < order.index(Channel.EMAIL_OWN) < order.index(Channel.POST)
