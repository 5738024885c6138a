"""The verbs of a sentence with their auxiliaries: which are of its main clauses, and whether done, willed or denied.

Closed classes of English only (auxiliaries, conjunctions, pronouns, determiners) and the endings of verbs; no word of
this field. A participle looks like a past ("the form issued in May was revised"), so that a bare verb in -ed is the
verb of its clause only where no other verb has the same subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.parse.cues import irregular


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*|\d[\d.,/]*%?|[,;:()–—\".!?“”]|-(?=\s)")
_ENDS = _words(". ; ! ? : – — ( ) -")
_MODAL = _words(
    "will shall would should could may might must can cannot ought 'll we'll they'll it'll won't couldn't wouldn't"
    " shouldn't can't mustn't"
)
BE = _words("is are was were be been being am isn't aren't wasn't weren't")
_HAVE = _words("has have had having hasn't haven't hadn't")
_AUXILIARY = _MODAL | BE | _HAVE | _words("do does did don't doesn't didn't")
_WAS = _words("was were had did wasn't weren't hadn't didn't")
_TAKES_TO = _words("ought is are was were has have had now also still due yet")
_NEVER = _words("not never cannot hardly barely scarcely")
_ADVERB = _NEVER | _words(
    "now also already since then yet still just again all both each first fully soon ever so far together only even"
    " always too later therefore finally long once twice well thus either neither meanwhile"
)
_NO_ADVERB = _words("early likely family daily weekly monthly yearly quarterly")
_OPENS = _words(
    "if when whenever once unless until till before after while whereas although though because as whether that who"
    " which whose whom where what whatever how why lest than wherever says tells claims maintains believes assumes"
)
_OR_PREPOSITION = _words("before after until till since than as once")
_ABSOLUTE = _words("with without instead apart despite compared except besides rather far unlike given")  # first word
_RELATIVE = _words("that which who")
_JOINS = _words("and but or yet nor &")
_PRONOUN = _words("we they it he she i you who which this that these those both all everyone everybody others none")
_NO_SUBJECT = _words(
    "a an the this that these those its their our his her my your every some any no one two three four five six seven"
    " eight nine ten more most several many few such other another of in on at by with for from to into under over"
    " about through between within without as per via than against towards upon during across very much less not newly"
    " recently and or & but ,"
)
_PAST = _words(
    "wrote took gave got went came became began chose drew fell grew rose saw spoke ran rewrote undertook oversaw"
    " withdrew rang did forgot broke drove knew threw"
)
_PAST_OR_PARTICIPLE = _words(
    "brought built bought found held kept laid led left let lost made met paid put sent set spent taught told won"
    " sought lent said heard felt thought stood understood cut shut split"
)
_PARTICIPLE = _PAST_OR_PARTICIPLE | _words(
    "withdrawn seen known gone come become fallen broken driven forgotten hidden risen spoken thrown frozen overtaken"
    " undergone proven overcome"
)
_NO_VERB = _words("need speed indeed exceed proceed succeed feed seed hundred breed weed deed shed sled heed united")
_NO_ING = _words("nothing something anything everything during")
_SHARES = re.compile(r"[.;:,–—(]|\b(?:and|but|or|we|they|it|he|she|i|so)\b")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """One verb with its auxiliaries, where it stands in the text.

    `subject`: the words before it, of its clause. `opener`: the conjunction or relative that opens its clause, "" for
    a main one. `main`: what it says is told as a fact of the sentence. `modal`: its modal, or "to" ("is to be held").
    `bare`: without an auxiliary of its own.
    """

    start: int
    end: int
    text: str
    verb: str
    subject: str
    opener: str
    main: bool
    modal: str = ""
    denied: bool = False
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    past: bool = False
    bare: bool = False


def verb_groups(text: str) -> list[VerbGroup]:
    """The verb groups of one or more sentences, in the order of the text."""
    return _Reader(text).read()


class _Reader:
    """Goes through the words once; `opener` and `begin` are of the clause it is in, `chunk` of the verbs before it."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("’", "'")
        found = list(_TOKEN.finditer(self.text))
        self.spans = [one.span() for one in found]
        self.printed = [one[0] for one in found]
        self.words = [one[0].lower() for one in found]
        self.found: list[VerbGroup] = []
        self.opener, self.begin, self.chunk, self.quoted = "", 0, 0, False

    def read(self) -> list[VerbGroup]:
        at = 0
        while at < len(self.words):
            at = self._step(at)
        return [one for at, one in enumerate(self.found) if not self._modifies(at, one)]

    def _step(self, at: int) -> int:
        word = self.words[at]
        if word in _ENDS:
            self.opener, self.begin, self.chunk = "", at + 1, len(self.found)
        elif word in '"“”':
            self.quoted = not self.quoted if word == '"' else word == "“"
        elif word == ",":
            if self.opener in _ABSOLUTE or (self.found and self.found[-1].opener == self.opener):
                self.opener = ""
            if not self.opener:
                self.begin = at + 1
        elif self._opens(at):
            self.opener, self.begin = word, at + 1
        elif word in _AUXILIARY and not self._month(at):
            return self._with_auxiliary(at)
        else:
            self._bare(at)
        return at + 1

    def _month(self, at: int) -> bool:
        return self.printed[at] == "May" and at > 0 and self.words[at - 1] not in _ENDS

    def _opens(self, at: int) -> bool:
        word = self.words[at]
        first = at == 0 or self.words[at - 1] in _ENDS or self.words[at - 1] == ","
        if word in _ABSOLUTE:
            return first
        if word not in _OPENS or (word == "that" and first):  # "That was done in May"
            return False
        if word not in _OR_PREPOSITION:
            return True
        for later in self.words[at + 1 : at + 9]:
            if later in _ENDS or later == ",":
                return False
            if later in _AUXILIARY or later in _PAST:
                return True
        return False

    def _with_auxiliary(self, at: int) -> int:
        last_one = self.found[-1] if self.found else None
        if self.opener in _RELATIVE and last_one and self._of_relative(last_one) and not self._joined(at):
            self.opener = ""  # "the form that was issued has been withdrawn"
        helpers, to = self._helpers(at)
        verb = self.words[to] if to < len(self.words) else ""
        last = next((one for one in reversed(helpers) if one not in _NEVER), "")
        modal = next((one for one in helpers if one in _MODAL), "to" if "to" in helpers else "")
        participle, be = _participle(verb), [one for one in helpers if one in BE]
        doing = verb.endswith("ing") and verb not in _NO_ING
        has_verb = participle or doing or bool(modal) or last in _AUXILIARY - BE - _HAVE
        end = self.spans[to if has_verb and verb else to - 1][1]
        start = self.spans[at][0]
        joined = self._joined(at)
        self.found.append(
            VerbGroup(
                start,
                end,
                self.text[start:end],
                verb if has_verb else last,
                self._subject(at) or (self.found[-1].subject if joined and self.found else ""),
                self.opener,
                main=not (self.opener or self.quoted or self.words[at] == "having")
                and (at == 0 or self.words[at - 1] != "to")
                and (self.words[at] != "being" or at == self.begin or joined),
                modal=modal,
                denied=any(one in _NEVER or one.endswith("n't") for one in helpers)
                or verb in ("no", "none", "nothing"),
                perfect=not modal and (participle or "been" in be) and any(one in _HAVE for one in helpers),
                progressive=("being" in be and participle) or (doing and last in BE),
                passive=participle and last in BE,
                past=any(one in _WAS for one in helpers),
            )
        )
        self.begin = to + 1 if has_verb else to
        return max(self.begin, at + 1)

    def _helpers(self, at: int) -> tuple[list[str], int]:
        """The auxiliaries from here, with what denies them, and where they end."""
        helpers: list[str] = []
        to = at
        while to < len(self.words):
            word = self.words[to]
            helps = word in _AUXILIARY and not (to > at and self._month(to))
            if helps or word in _NEVER or (word == "to" and self.words[to - 1] in _TAKES_TO):
                helpers.append(word)
            elif to == at or not _adverb(word):
                break
            to += 1
        return helpers, to

    def _of_relative(self, last: VerbGroup) -> bool:
        """Whether the verb before this one is that of the relative clause it stands in."""
        return last.opener == self.opener and len(self.found) > self.chunk

    def _joined(self, at: int) -> bool:
        """Whether this verb is joined to the one before it ("was written and issued")."""
        before = self._before(at, 0)
        return before >= 0 and (self.words[before] in _JOINS or self.words[before] == ",")

    def _subject(self, at: int) -> str:
        """The words before a verb; behind another verb only those after the last "and"."""
        words = self.words[self.begin : at]
        if len(self.found) > self.chunk:
            last = max((i for i, word in enumerate(words) if word in _JOINS), default=-1)
            words = words[last + 1 :]
        return " ".join(words)

    def _before(self, at: int, begin: int) -> int:
        at -= 1
        while at >= begin and _adverb(self.words[at]):
            at -= 1
        return at

    def _bare(self, at: int) -> None:
        """A verb without an auxiliary: a past, or a participle that shares the auxiliary of the one before it."""
        word = self.words[at]
        if not (word in _PAST or _participle(word)):
            return
        if self.printed[at][0].isupper() and at > self.begin:
            return  # part of a name
        before = self._before(at, self.begin)
        ahead = self.words[before] if before >= 0 else ""
        denied = any(one in _NEVER for one in self.words[max(before, 0) + 1 : at])
        last = self.found[-1] if len(self.found) > self.chunk else None
        shared = last is not None and last.opener == self.opener
        if last and shared and ahead in _JOINS and (last.passive or last.perfect or last.bare):
            self._add(at, replace(last, denied=denied or last.denied, bare=True))
        elif before < self.begin or (ahead in _NO_SUBJECT and ahead not in _PRONOUN):
            return
        elif (
            last
            and shared
            and word not in _PAST
            and ahead not in _PRONOUN
            and not denied
            and not self._parted(last, at)
        ):
            return  # "includes steps agreed with schools"
        else:
            main = not (self.opener or self.quoted)
            self._add(
                at, VerbGroup(0, 0, "", "", self._subject(at), self.opener, main, denied=denied, past=True, bare=True)
            )

    def _add(self, at: int, one: VerbGroup) -> None:
        start, end = self.spans[at]
        self.found.append(replace(one, start=start, end=end, text=self.text[start:end], verb=self.words[at]))
        self.begin = at + 1

    def _parted(self, last: VerbGroup, at: int) -> bool:
        return _SHARES.search(self.text[last.end : self.spans[at][0]].lower()) is not None

    def _modifies(self, at: int, one: VerbGroup) -> bool:
        """Whether a bare participle only tells which thing the verb behind it is about."""
        if not one.bare or one.passive or one.perfect or one.verb in _PAST or at + 1 == len(self.found):
            return False
        later = self.found[at + 1]
        if later.opener or later.bare or not later.main:
            return False
        return not _SHARES.search(self.text[one.end : later.start].lower())


def _participle(word: str) -> bool:
    return (
        (len(word) > 3 and word.endswith("ed") and word not in _NO_VERB) or word in _PARTICIPLE or word in irregular()
    )


def _adverb(word: str) -> bool:
    return word in _ADVERB or (len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERB)
