"""Under which review each action and recommendation of a tracker is kept, once however many rows repeat it."""

from __future__ import annotations

from graph.records import Action, DocumentRecord, Note, Recommendation, Review
from graph.text import key
from loaders.coding import code
from loaders.parse.cases.naming import kind_of
from loaders.parse.items.leads import leads_of as addressees_of
from loaders.trackers.build import Builder
from loaders.trackers.drafts import Asked, Draft, Reply, Walk
from loaders.trackers.labelled import tell
from loaders.trackers.learnt import learn, tell_children
from loaders.trackers.replied import reply_to, response
from loaders.trackers.reviews import Label
from loaders.trackers.tables import Table


class Filing:
    """What the rows of a tracker say, put into its record. `notes`: what a person should know of it."""

    def __init__(self, record: DocumentRecord) -> None:
        self.record = record
        self.notes: list[Note] = []
        self.named: list[tuple[Review, Label]] = []  # every label with the review it was filed under
        self.asked: dict[tuple[int, str], list[Recommendation]] = {}  # by home and words

    def actions(self, drafts: list[Draft], builder: Builder) -> None:
        """File every action under each review of its row; under the document where its row names none.

        A sheet of recommendations beside one of actions is filed first and gives none of its own: its numbers say which
        review an action is of.
        """
        parted = any(not draft.head.asked_only for draft in drafts)
        for draft in sorted(drafts, key=lambda one: not (parted and one.head.asked_only)):
            action = builder.action(draft)
            asks = draft.head.asked_only and not draft.recommendation
            homes: list[Review | DocumentRecord] = [self._review(label, draft) for label in draft.review]
            for home in homes or self._asking(draft.rec_no) or [self.record]:
                if not (parted and asks):
                    home.actions.append(action)
                learn(home, draft)
                if asks:
                    asked = Asked(draft.rec_no or draft.ref, draft.text, action.line, reply_to(draft))
                    self._ask(home, asked, draft.table, action)
                    action.recommendation = draft.ref or draft.text
                if draft.recommendation:
                    asked = Asked(draft.rec_no, draft.recommendation, draft.asked_at, reply_to(draft))
                    self._ask(home, asked, draft.table)
                elif draft.rec_no and not asks and (told := reply_to(draft)):
                    self._reply(told, None, draft.rec_no, draft.table)
            if parted and asks:
                continue
            if action.promise:
                self.record.promises.append(action)
        for review, label in self.named:
            review.kind = (kind_of(label.printed) or "other") if review.kind == "other" else review.kind
            tell(review, label.printed, label.line, label.told)
        for review in self.record.reviews:
            tell_children(review)

    def recommendations(self, walk: Walk) -> None:
        """Recommendations and learning that stand in rows of their own."""
        for labels, asked in walk.asked:
            for home in self._known(labels):
                if asked.text:
                    self._ask(home, asked, None)
        for labels, draft in walk.learnt:
            for home in self._known(labels):
                learn(home, draft)

    def listed(self, asked: Asked, labels: list[Label] | None, table: Table) -> None:
        """Add what a sheet of its own asks to the review that the key tells of its number, or whose work answers it."""
        number = key(asked.ref)
        doing: list[Review | DocumentRecord] = [
            one for one in self.record.reviews if any(key(a.recommendation or "") == number for a in one.actions)
        ]
        homes = self._known(labels) if labels else doing if len(doing) == 1 else [self.record]
        for home in homes:
            self._ask(home, asked, table)

    def _asking(self, number: str | None) -> list[Review | DocumentRecord]:
        """The one review that a recommendation of this number is of, where its row names none."""
        found: list[Review | DocumentRecord] = [
            review
            for review in self.record.reviews
            if number and any(one.ref and key(one.ref) == key(number) for one in review.recommendations)
        ]
        return found if len(found) == 1 else []

    def _known(self, labels: list[Label]) -> list[Review | DocumentRecord]:
        """The reviews of labels that rows of actions named; the document where there is none."""
        named: list[Review | DocumentRecord] = [
            *(r for r in self.record.reviews if any(key(r.ref or r.name or r.quote) == one.id for one in labels))
        ]
        return named or [self.record]

    def _review(self, label: Label, draft: Draft) -> Review:
        """The review of a label, under whichever of its names it was met first."""
        reviews = self.record.reviews
        known = next((r for r in reviews if key(r.ref or r.name or r.quote) == label.id), None)
        if known is None:
            known = next((r for r in reviews if label.name and r.name and key(r.name) == key(label.name)), None)
        if known is None:
            known = label.record()
            reviews.append(known)
            self.notes.append(
                Note(
                    where=draft.table.where(),
                    message=f"review “{label.printed}”: named only in this tracker, unless another document names it",
                )
            )
        elif label.printed not in (known.ref, known.name, *known.aliases):
            known.aliases.append(label.printed)
        if all(one is not known or other.printed != label.printed for one, other in self.named):
            self.named.append((known, label))
        return known

    def _reply(self, reply: Reply, asked: str | None, ref: str | None, table: Table | None) -> None:
        """Add a reply to what is asked, once for all rows that repeat it."""
        made = response(reply, asked, ref, table.name if table else None)
        same = [(one.asked, one.answers, one.kind, one.text) for one in self.record.responses]
        if (made.asked, made.answers, made.kind, made.text) not in same:
            self.record.responses.append(made)

    def _ask(
        self, home: Review | DocumentRecord, asked: Asked, table: Table | None, done: Action | None = None
    ) -> None:
        """Add what is asked; `done`: the action of the same row, which says how far it is and who leads."""
        if asked.reply is not None:
            self._reply(asked.reply, asked.text, asked.ref, table)
        same = self.asked.setdefault((id(home), key(asked.text)), [])
        if any(not asked.ref or not r.ref or key(r.ref) == key(asked.ref) for r in same):
            return
        made = Recommendation(
            text=asked.text,
            quote=asked.text,
            ref=asked.ref,
            line=asked.line,
            heading=table.name if table else None,
            addressees=(list(done.leads) if done else []) or addressees_of(asked.text),
            themes=code(asked.text),
        )
        if done is not None:
            made.status, made.status_printed, made.completed = done.status, done.status_printed, done.completed
            made.due, made.due_printed = done.due, done.due_printed
        home.recommendations.append(made)
        same.append(made)
