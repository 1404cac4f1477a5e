"""How a due date is explained: whole stories, word for word."""

from datetime import date

from opposition.domain import deadlines


def test_a_missing_date_and_a_sunday_are_explained():
    assert deadlines.for_controller(date(2027, 1, 31), seat="75").steps == (
        (
            "Demande reçue le dimanche 31 janvier 2027 ; un mois : il n’y a pas de 31 février, "
            "donc le 28 février 2027 ; le 28 est un dimanche, donc lundi 1er mars 2027 "
            "(RGPD, art. 12, § 3 ; règlement 1182/71, art. 3)."
        ),
        "Le délai est dépassé à partir du mardi 2 mars 2027.",
    )


def test_holidays_are_named_and_a_seat_not_known_is_said():
    assert deadlines.for_controller(date(2027, 2, 26)).steps == (
        (
            "Demande reçue le vendredi 26 février 2027 ; un mois : le 26 mars 2027 ; le 26 est "
            "férié (Vendredi saint en Alsace et en Moselle), le 27 est un samedi, le 28 est un "
            "dimanche, le 29 est férié (lundi de Pâques), donc mardi 30 mars 2027 "
            "(RGPD, art. 12, § 3 ; règlement 1182/71, art. 3)."
        ),
        (
            "Siège non précisé : les jours fériés locaux de tous les départements sont comptés, "
            "pour ne jamais annoncer un retard trop tôt."
        ),
        "Le délai est dépassé à partir du mercredi 31 mars 2027.",
    )


def test_identity_and_extension_together_are_explained_in_order():
    found = deadlines.for_controller(
        date(2027, 1, 11),
        seat="75",
        extended_on=date(2027, 2, 22),
        id_asked=date(2027, 1, 20),
        id_given=date(2027, 1, 29),
    )
    assert found.steps == (
        (
            "Demande reçue le lundi 11 janvier 2027 ; un mois : le 11 février 2027, un jeudi "
            "(RGPD, art. 12, § 3 ; règlement 1182/71, art. 3)."
        ),
        (
            "Précisions d’identité demandées le mercredi 20 janvier 2027, dans le premier mois, et "
            "données le vendredi 29 janvier 2027 : le délai est suspendu 9 jours ; "
            "un mois : le 11 février 2027, plus 9 jours de suspension : le 20 février 2027 ; "
            "le 20 est un samedi, le 21 est un dimanche, donc lundi 22 février 2027 "
            "(RGPD, art. 12, § 6 ; décret 2019-536, art. 77)."
        ),
        (
            "Prolongation annoncée le lundi 22 février 2027, à temps : elle compte ; depuis la "
            "réception, trois mois : le 11 avril 2027, plus 9 jours de suspension : le 20 avril "
            "2027, un mardi (RGPD, art. 12, § 3)."
        ),
        "Le délai est dépassé à partir du mercredi 21 avril 2027.",
    )


def test_an_extension_and_an_identity_request_told_too_late_are_explained():
    found = deadlines.for_controller(
        date(2027, 1, 11),
        seat="75",
        extended_on=date(2027, 2, 12),
        id_asked=date(2027, 2, 20),
    )
    assert found.steps[1:] == (
        (
            "Précisions d’identité demandées le samedi 20 février 2027, après la fin du premier "
            "mois (11 février 2027) : le délai n’est pas suspendu "
            "(RGPD, art. 12, § 6 ; décret 2019-536, art. 77)."
        ),
        (
            "Prolongation annoncée le vendredi 12 février 2027, après le 11 février 2027, dernier "
            "jour pour l’annoncer : elle ne compte pas (RGPD, art. 12, § 3)."
        ),
        "Le délai est dépassé à partir du vendredi 12 février 2027.",
    )


def test_a_suspension_is_explained_even_with_an_extension():
    found = deadlines.for_controller(
        date(2027, 1, 11),
        seat="75",
        extended_on=date(2027, 1, 25),
        id_asked=date(2027, 1, 20),
    )
    assert found.steps[1:] == (
        (
            "Précisions d’identité demandées le mercredi 20 janvier 2027, dans le premier mois, et "
            "pas encore données : le délai est suspendu jusqu’à ce qu’elles le soient "
            "(RGPD, art. 12, § 6 ; décret 2019-536, art. 77)."
        ),
        (
            "Prolongation annoncée le lundi 25 janvier 2027, à temps : le délai sera de trois mois "
            "depuis la réception, plus les jours de suspension (RGPD, art. 12, § 3)."
        ),
        "Tant que le délai est suspendu, il n’y a ni échéance ni retard.",
    )


def test_the_three_months_of_the_cnil_are_explained_with_the_way_to_court():
    assert deadlines.for_authority(date(2027, 2, 15), seat="75").steps == (
        (
            "Plainte reçue le lundi 15 février 2027 ; trois mois : le 15 mai 2027 ; le 15 est un "
            "samedi, le 16 est un dimanche, le 17 est férié (lundi de Pentecôte), donc mardi 18 "
            "mai 2027 (RGPD, art. 78, § 2 ; décret 2019-536, art. 10 ; règlement 1182/71, art. 3)."
        ),
        "Le délai est dépassé à partir du mercredi 19 mai 2027.",
        (
            "Pour information seulement : sans nouvelles de la plainte au bout de trois mois, "
            "comptés sans report (15 mai 2027), elle est tenue pour rejetée et le Conseil d’État "
            "peut être saisi dans les deux mois : le 15 juillet 2027 ; par prudence, agissez avant "
            "cette date (code de justice administrative, art. R. 421-1 et R. 421-2)."
        ),
    )


def test_identity_given_the_day_it_is_asked_adds_no_day_and_says_so():
    asked = date(2027, 1, 20)
    found = deadlines.for_controller(date(2027, 1, 11), seat="75", id_asked=asked, id_given=asked)
    assert found.steps[1] == (
        "Précisions d’identité demandées le mercredi 20 janvier 2027, dans le premier mois, et "
        "données le mercredi 20 janvier 2027 : le délai n’en est pas allongé ; "
        "un mois : le 11 février 2027, un jeudi (RGPD, art. 12, § 6 ; décret 2019-536, art. 77)."
    )
