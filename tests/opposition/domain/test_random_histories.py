"""Random histories of a request and of the complaint about it, walked by the engine's own rule:
do the step that is due, write it down, ask again. Whatever people do, the invariants hold."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from opposition.domain import machine
from opposition.domain.events import Event, read_facts, write_facts
from opposition.domain.plan import plan
from opposition.domain.vocabulary import (
    CORE,
    REFUSALS,
    Evidence,
    Kind,
    Party,
    Question,
    State,
    StepKind,
    Track,
)
from tests.opposition.domain import people
from tests.opposition.domain.people import START

BEFORE_RECEIPT = {State.DRAFT, State.READY, State.SENT, State.UNDELIVERED}


class Histories(RuleBasedStateMachine):
    """One dossier: a request, the complaint about it, and the days that pass."""

    @initialize(body=people.bodies, length=st.sampled_from([0, 1, 2, 3, 4, 5, 5, 5]))
    def a_demand_starts_somewhere_on_the_long_road(self, body, length):
        self.today, self.body, self.seen = START, body, None
        self.lines = {Track.REQUEST: [], Track.COMPLAINT: []}
        for track in self.lines:
            self.write(track, Kind.PREPARED, START, Party.CITIZEN)
        for days, kind, facts in people.ROAD[:length]:
            self.today = START + timedelta(days)
            self.write(Track.REQUEST, kind, self.today, Party.CITIZEN, facts)

    def write(self, track, kind, on, by, facts=None):
        lines = self.lines[track]
        lines.append(Event(kind, on, len(lines) + 1, by, facts or {}))

    def plans(self):
        now = (self.today, *map(len, self.lines.values()))
        if now != self.seen:
            request, complaint = (machine.fold(self.lines[track], track) for track in self.lines)
            first = plan(request, self.today, body=self.body)
            second = plan(complaint, self.today, body=self.body, about=first)
            self.found = {Track.REQUEST: (request, first), Track.COMPLAINT: (complaint, second)}
            self.seen = now
        return self.found

    @rule(track=people.BOTH, choice=st.integers(0, 11))
    def who_is_asked_answers(self, track, choice):
        """As 12 is a multiple of 1, 2, 3 and 4, each answer is as likely as the next."""
        _, found = self.plans()[track]
        if found.question:
            answers = people.ANSWERS[found.question]
            kind, facts = answers[choice % len(answers)]
            self.write(track, kind, self.today, Party.CITIZEN, facts)

    @rule(track=people.BOTH, what=st.sampled_from(people.MEANWHILE))
    def something_comes_from_outside(self, track, what):
        self.write(track, what[0], self.today, Party.ADDRESSEE, what[1])

    @rule(track=people.BOTH, ticking=st.booleans())
    def the_next_day_that_matters_comes(self, track, ticking):
        _, found = self.plans()[track]
        self.today = max(self.today, found.due_on or self.today)
        if ticking:
            self.the_engine_ticks()

    @rule(track=people.BOTH, kind=people.anything, ago=st.integers(0, 60), more=st.data())
    def something_is_learned_late(self, track, kind, ago, more):
        by, facts = more.draw(people.parties), more.draw(people.facts)
        self.write(track, kind, self.today - timedelta(ago), by, facts)

    @rule(track=people.BOTH, line=st.integers(1, 30))
    def a_line_is_corrected(self, track, line):
        self.write(track, Kind.CORRECTED, self.today, Party.CITIZEN, {"replaces": line})

    @rule(track=people.BOTH)
    def someone_comes_back(self, track):
        self.write(track, Kind.REOPENED, self.today, Party.CITIZEN)

    @rule(days=st.integers(1, 45))
    def days_pass(self, days):
        self.today += timedelta(days)

    @rule()
    def the_engine_ticks(self):
        """Every due step is done once, and after a few there is nothing left to do today."""
        for _ in range(30):
            due = [
                (track, found.step)
                for track, (_, found) in self.plans().items()
                if found.step and found.step.on <= self.today
            ]
            if not due:
                return
            track, step = due[0]
            kind = Kind.CLOSED if step.kind is StepKind.CLOSE else Kind.NOTIFIED
            self.write(track, kind, self.today, Party.PORTAL, {"step": step.kind})
        raise AssertionError("the engine would send notices for ever")

    @invariant()
    def no_path_dead_ends(self):
        for track, lines in self.lines.items():
            last = Event(Kind.CLOSED, self.today, len(lines) + 1, Party.CITIZEN)
            assert machine.fold([*lines, last], track).state is State.CLOSED

    @invariant()
    def no_history_waits_for_ever(self):
        plans = {track: found for track, (_, found) in self.plans().items()}
        request, complaint = plans[Track.REQUEST], plans[Track.COMPLAINT]

        assert (request.step is None) == (request.state is State.CLOSED)
        held = complaint.state in {State.DRAFT, State.READY} and not request.complaint.open
        if complaint.state is not State.CLOSED and complaint.step is None:
            assert held, complaint
            assert request.step is not None
        for found in plans.values():
            assert (found.turn is None) == (found.state is State.CLOSED)
            assert found.turn is not Party.CITIZEN or found.question or held

    @invariant()
    def nothing_is_due_after_closing(self):
        for _, found in self.plans().values():
            if found.state is State.CLOSED:
                assert (found.step, found.due_on, found.turn, found.question) == (None,) * 4
                assert not found.reminder.open
                assert not found.complaint.open
                assert not found.late

    @invariant()
    def fold_depends_neither_on_the_order_of_arrival_nor_on_the_way_through_json(self):
        for track, lines in self.lines.items():
            rows = [(line, write_facts(line.facts)) for line in reversed(lines)]
            stored = [replace(line, facts=read_facts(row)) for line, row in rows]
            assert machine.fold(stored, track) == machine.fold(lines, track)

    @invariant()
    def a_clock_runs_exactly_when_the_receipt_is_proved(self):
        standing, found = self.plans()[Track.REQUEST]
        if standing.state in BEFORE_RECEIPT:
            assert not standing.sending.proved
            assert found.deadline is None
        elif standing.state is not State.CLOSED:
            assert standing.sending.proved
            assert found.deadline is not None

    @invariant()
    def rules_1_and_2_hold_the_reminder_and_the_complaint_after_silence(self):
        standing, found = self.plans()[Track.REQUEST]
        refused = {
            scope
            for scope, answer in standing.answers.items()
            if scope in CORE and answer.code in REFUSALS
        }
        answers = [line for line in self.lines[Track.REQUEST] if line.kind is Kind.ANSWERED]
        assert not refused or REFUSALS & {line.facts.get("code") for line in answers}
        contested = standing.state is State.CONTESTED and standing.disputable
        if found.reminder.open or (found.complaint.open and not refused and not contested):
            self.check_that_silence_is_established(standing, found)

    def check_that_silence_is_established(self, standing, found):
        said = [
            line.happened_at
            for line in self.lines[Track.REQUEST]
            if line.kind is Kind.NOTHING_CAME and line.by is Party.CITIZEN
        ]
        assert standing.sending.evidence not in {None, Evidence.ESTIMATED}
        assert found.deadline.overdue_from <= self.today
        assert max(said) >= found.deadline.overdue_from
        assert standing.pending == {}

    @invariant()
    def the_person_is_asked_and_never_the_body(self):
        for _, found in self.plans().values():
            if found.question:
                assert found.turn in {Party.CITIZEN, Party.REVIEWER}
            if found.question is Question.SILENCE:
                assert self.today >= found.deadline.overdue_from


Histories.TestCase.settings = settings(
    max_examples=80,
    stateful_step_count=30,
    deadline=None,
)
TestRandomHistories = Histories.TestCase
