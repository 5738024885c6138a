"""What may be read as complete and what may not, in hundreds of wordings, in trackers and in documents alike.

The wordings are fictional. Those that follow a template are tried with many words of completion.
"""

from __future__ import annotations

import pytest

from loaders.parse.items.status import stand_of
from loaders.trackers.vocabulary import status_of

DONE = ("done", "complete-evidenced", "complete-evidence-awaited", "embedded")
WORDS = "complete, completed, finished, done, delivered, implemented, achieved, closed, signed off, embedded, concluded"
VERBS = "completed, finished, delivered, implemented, signed off, embedded"


def _list(text: str, sign: str = " | ") -> list[str]:
    return [one.strip() for one in " ".join(text.split("\n")).strip().split(sign.strip()) if one.strip()]


NOT_DONE_TEMPLATES = _list("""
not {} | not yet {} | not fully {} | is not {} | isn't {} | is not yet {} | is far from {} | far from {} | nowhere
near {} | nearly {} | almost {} | partly {} | half {} | is unlikely to be {} | yet to be {} | still to be {} | to be
{} by June | hope to be {} by June | we hope it will be {} soon | should be {} in May | expected to be {} in May |
would be {} if money were found | could be {} in July | must be {} by autumn | needs to be {} | due to be {} in
March | was to be {} by March | should have been {} in May | was due to be {} last month | cannot be {} until the
post is filled | will be {} when the lawyers reply | aim is to have it {} by Easter | unclear whether {} | not clear
if it is {} | no evidence that it is {} | agency says {}, board does not accept this | reported as {} but the audit
found otherwise | marked {} in error | was {}, now reopened | previously {}; since lapsed | thought to be {} but is
not | {} in two of nine teams | {} for some teams only | {} apart from training | {} except in schools | not {} in
all areas | please confirm when {} | awaiting confirmation that it is {} | not all parts are {} | none of this is {}
| less than half {} | only the first part is {} | to be marked {} after the audit | can be {} once funds are agreed
| before it can be {} the trust must agree | did not get {} | delayed, so not {} | never {} | failed to get {} | 60%
{} | about a third {} | remains to be {} | it is too early to call this {} | not {} as planned | meant to be {} last
year | was expected to be {} by now | promised to be {} by summer | said it would be {} by now | will not be {} this
year | being {} in stages | unable to say it is {} | no longer {} | long way from being {} | in no sense {} | by no
means {} | anything but {} | we had thought this was {} | the aspiration is that it is {} by 2026 | on the way to
being {} | bits of it are {} | mainly {} | for the most part {} | {} by police alone; others have not replied | {}
for the first cohort | looks set to be {} by June | set to be {} in June | likely {} by June | a bid is in, and if
it succeeds this gets {} | no date for when this is {} | has to be {} by June | is going to be {} | will get {} |
gets {} next year | in the queue to be {} | the plan is for it to be {} by May | keen to see this {} | keen for this
to be {} | pressing the trust to have it {} | chasing partners so that it is {} | staff shortages mean it is not {}
| without funding this is not {} | could not be {} in time | might yet be {} | ought to be {} by now | remains un{}
| has slipped, now to be {} in June | the action was not {} | neither part is {} | two parts outstanding, one {} |
one part {}, two parts outstanding | {} in name only | {} on paper only | {} on paper, not in practice | was {} but
staff have since left | reported {} twice, and twice found wanting | the trust insists it is {}; the board wants
proof | board unable to agree that it is {} | not satisfied that this is {} | chair not assured that it is {} |
can't be {} | may well be {} soon | soon to be {} | shortly to be {} | about to be {} | ready to be {} | waiting to
be {} | scheduled to be {} in May | proposed to be {} by May | with a view to being {} by May | before this is {} |
until this is {} | unless it is {} by June we escalate | if {} by June the grant is kept
""")
NOT_DONE_TEMPLATES += _list("""
Has stalled short of being {} | We are some weeks off having this {} | More time asked for so that it can be {} |
Nobody can say that this is {} | The board was led to think it {} | Work carries on and is not {} | {} everywhere
but in custody | As good as {} | More or less {} | Just about {} | Virtually {} | Largely {}, two wards left | {} in
all wards save two | {} bar the shouting | A start has been made; will be {} in the autumn | Our best guess is that
it was {} | Rumoured {} | Rated blue though not {} | Closed as a duplicate, not {} | Health has {} its part | Health
{} its share; police have not | The old plan was {}, this one has not begun | {} once in 2023 and not since | Lead
left before it was {} | The steps to be {} are listed | Draft {} | Had it been {} we would have closed it | Unless
{} by June it goes to the chair | {} work is hard to show | Training {} in part | We cannot evidence that it was {}
| Said in error to be {} | Nine actions of which this is not {} | {} by two agencies of five | To date two of seven
{} | Aiming at having this {} by the summer | Will in time be {} | Is being {} | Slow; perhaps {} by June | {}
depends on funding | {} subject to funding | {} pending funding | Not {}: no money | No, not {} | No - {} by June at
best | Yet un{} | Was to have been {} by now | This was never really {}
""")
NOT_DONE = _list("""
Survey closed, results being read | Consultation closed; responses being analysed |
Audit completed, report being written | Task & Finish group closed its first phase | Scoping exercise completed |
Mapping done. Gap analysis next. |
Work completed to date shared | Closed to new referrals | School closed for summer | Finished article expected May |
Outstanding - closed loop with IT needed | Complete once staff recruited | Report finished and going to Exec in July |
Guidance completed. Awaiting print | Done bits | We think this is done | Police complete. Health no update |
Interim measures implemented | Criminal case concluded; review to restart | Court case finished, work can begin |
Business case completed | Materials delivered, sessions not booked | Discussion closed |
Completed returns from 7 agencies | Completed audits: 12 (target 40) | Self-assessments completed and being
moderated | Not yet ready to close |
Remains open though work is complete | Achieved then lost | Was complete; staff turnover means retraining needed |
Completed first reading of the policy | Done: nothing | Completed section 1 | Implementation plan signed off |
Actioned by CSC; Health to action | Agency states complete, evidence requested | Paper to Board for sign off |
Closed - not achieved | Closed without completion |
please complete by June | to complete | for completion | complete by June | complete by 30 June 2025 | complete this
by the summer | work to complete this goes on | completion plan agreed | completion date moved to June | closing
date extended | implementation plan written | implementation group meets monthly | implementation has begun |
implementation under way | delivery plan drafted | delivery has slipped | delivery under way | achieving this will
take a year | closing this is proposed | closure proposed | closure requested by the trust | the first phase is
complete | phase one complete, phase two to start | stage 1 of 3 complete | draft completed and shared |
consultation completed, policy being written | scoping done | three of five sessions delivered | two sessions
delivered, four to go | training delivered to 40 of 200 staff | training delivered in the north; south to follow |
some staff trained | policy drafted, not signed off | signed off by police, awaiting health | signed off by one of
three partners | agreed but not implemented | agreed for delivery next year | in place in two of six areas | will be
in place by April | should soon be in place | work has stopped | completed form awaited | awaiting completed forms |
waiting for the completed audit | group closed; nobody owns this now | audit finished, actions not begun | audit to
be completed | audit completed but findings not yet shared | everything done bar the launch | done in part | done,
apart from the leaflet | done by some | job half done | there is work still to be done | more to be done | lots
done, more to do | much has been done but not all | nothing done | nothing has been done | little has been done |
what can be done is being looked at | this has not been done | this hasn't happened | did not happen | has yet to
happen | we intend to finish in May | we plan to close this at the next meeting | we expect to deliver in May |
board to close in May | to be closed at the next meeting | close at next meeting if evidence seen | subject to
sign-off | pending sign-off | sign-off expected in May | sign-off delayed | awaiting sign-off | green if funding is
agreed | target was to be complete by March; missed | the deadline for completion has passed | completion overdue |
overdue for completion | not on course for completion | on track for completion in June | on course to be done by
June | moving towards completion | nearing completion | close to completion | close to being finished | approaching
completion | in the process of being completed | in the process of implementation | embedding has begun | starting
to embed | beginning to be embedded | not embedded in practice | embedding is patchy | work to embed it goes on |
evidence that it is embedded is lacking | to move to business as usual in May | the trust considers it complete but
the group asked for proof | health report this as complete; police do not | told it was done, but the inspectors
found it was not | rated green by the agency, red by the board | the agency believed it was finished | the previous
tracker said complete, which was wrong | complete in the last return but reopened in March | closed in 2023,
reopened in 2024 | was done once but has not been repeated | had been in place until the post was lost | ceased
after being delivered once | implemented then withdrawn | started but never finished | begun, unfinished |
incomplete | unfinished | uncompleted | undelivered | unachieved | unresolved | not met | target not met | target
partly met | not achieved | not achievable | not deliverable | undeliverable | cannot be achieved | no longer
achievable | success not yet shown | sessions booked, none delivered yet | first session delivered | pilot delivered
| pilot complete, roll-out next | pilot finished; evaluation due | recruitment complete, worker starts in June |
procurement finished, system not live | written but not published | published in draft | leaflet done, film not |
police done, health outstanding | complete (police), outstanding (health) | health: complete. police: not started |
police complete; health in progress | all but two schools done | done in all but two schools | 90 per cent complete
| nine out of ten complete | complete to 90% | 75% of staff trained | good progress, should complete on time |
progressing to completion | on track to close | can be closed | could be closed | may be closed | might be done |
hopefully done by May | hopefully complete soon | aiming to finish | aiming for a May finish | intended finish May |
provisional completion May | estimated completion 30 June | forecast to finish late | expected completion date June
2025 | revised completion date agreed | new finish date | finish date tbc | finish by June | deliver by June |
delivery June | completion June | done by June hopefully | not started but will be done | to do | to be done | needs
doing | needs finishing | needs completing | wants finishing | to be finished off | finishing touches being made |
finishing off | being finished | completing now | closing down | closing in May | delivering now | implementing |
still implementing | still delivering sessions | achieving some of it | completed? check with police | complete tbc
| complete (to be confirmed) | possibly complete | probably complete | believed complete | assumed complete | should
be complete | ought to be done by now | was supposed to be done by now | supposedly done | said to be nearly done |
reported nearly complete | unknown if completed | no information on completion | no update on completion |
completion not confirmed | not confirmed as complete | closure not agreed | board did not agree to close | board
refused closure | not closed | keep open | remains open | left open | cannot close yet | will not close until audit
| do not close | don't close | closure deferred | sign off refused | not signed off | halfway to completion |
completion is some way off | completion remains in the distance | completion not in sight | implementation stalled |
implementation patchy | delivery is uneven across schools | closure is premature | too soon for closure | work on
the last module continues | last module to be written | awaiting the final report | final report awaited | final
version with the designers | launch planned for May | launch put back to June | to launch in May | policy with
lawyers | policy going to the board in May for approval | for approval in May | goes to the executive in May |
funding agreed, recruitment to start | recruiting | worker in post from June | post vacant | training dates set |
training booked for June | training to be repeated | first draft circulated | draft agreed | draft signed off by one
agency | agreed in principle | agreed | in use in some wards | used by a few teams | trialled in one school |
piloted | pilot extended | being trialled | rolling out | roll-out begun | rolled out to three schools of nine |
part rolled out | awaiting roll-out | meeting held | meeting held, no decision | discussed | discussed at board |
noted | considered | reviewing | reviewed, changes needed | audit shows poor take-up | audit found it had not been
followed | evidence requested | no reply from the trust | chased | escalated to the chair | revisit in May | revisit
| merged with 3.2 | now part of 3.2 | see 3.2 | transferred to the business plan | cancelled, as the service was
closed | withdrawn when the trust implemented its own | not needed since the team was closed | superseded by the
completed regional work | paused until the inspection is finished | on hold until the review is complete | waiting
till the trial has concluded | starts once the building is finished | to begin when procurement is complete | not
started, as phase one is not done | depends on 2.1 being completed | dependent on 2.1, which is done
""")
DONE_TEMPLATES = _list("""
{} | Now {} | Fully {} | All {} | This is {} | Has been {} | Have all been {} | It was {} in April | Action {} | {}
on 3 April 2024 | {} 03/04/24 | {} by all agencies | {} across the partnership | {} late | {} ahead of time | {} in
full | {} and nothing is left to do | {}, no further action | {}. Staff were told in May | {} – all teams told | {}
in nine of nine teams | All three parts {}
""")
PLAIN = _list("""
Complete - now part of induction | Think Family training completed | Completed and being monitored |
Closed - no further action | Achieved - policy now in use | Implemented - verified by internal audit | Completed.
New form being used by all teams |
complete | complete. | COMPLETE | task complete | action complete | complete as of June 2024 | complete (June 2024)
| complete - closed by the board | 100% | 100% complete | 100 per cent | signed off at the March meeting | closed at
the March meeting | closed by the board | closed and filed | nothing left to do | all done | finished early |
completed late | complete, evidence attached | complete and checked | complete and in daily use | complete – audit
found it in all files | complete, now checking impact | complete, now monitoring impact | complete; impact to be
tested in the spring | delivered, impact not yet known | done, awaiting audit | implemented and verified | business
as usual | now business as usual | embedded in practice | Work finished 12/05/24 | Finalised and finished |
Completed and reported to the board | Action complete – board minute 14 | Done: letter went to all GPs on 4 May |
Completed. Letter sent to all GPs | Completed. All 40 staff trained | Completed - the training has been delivered to
all staff | Closed - done | Closed at board 4/5/24 | Closed following board agreement | Fully complete | Completed
within timescale | Completed on time | Completed on schedule | Complete - no further updates | Complete; see
evidence folder | Completed although two months late | Complete (see note) | Completed by the due date | Now done in
every team | All parts complete | Every part of this is done | Both parts completed | All three parts delivered |
Delivered to all 200 staff | Delivered to every school | Delivered: 6 of 6 sessions | Signed off as complete by the
board in May | Agreed as complete on 5 May | Confirmed complete | Confirmed as done by the trust | Marked complete
by the chair | Completed (May 2024), to be audited in 2025 | Completed – will be reviewed in a year | Completed,
annual review in place | Complete and closed | Done and dusted | This work has been finished | The policy has been
signed off and issued | Policy implemented from 1 April 2024 | Implemented 1/4/24 in both hospitals | Achieved in
March 2024 | Target achieved | Actioned 3/3/24 | Actioned by all partners | Resolved 3/3/24 | Discharged by the
board | Fulfilled in March | Concluded in March | Completed, nothing outstanding | Complete, with no issues |
Completed without delay | Delivered and evaluated | Complete, evidence filed
""")
# Predicates of a sentence of a document; a tracker's cell may hold the same sentence.
NOT_DONE_SENTENCES = _list("""
is far from being {} | is not yet {} | has not been {} | is nowhere near being {} | is only partly {} | has been {}
in two of nine teams | should have been {} by March | was to be {} by March | was meant to be {} last year | will be
{} by June | is to be {} in May | is expected to be {} soon | is hoped to be {} by June | could not be {} | has yet
to be {} | remains to be {} | is still being {} | is due to be {} in May | cannot be {} until the post is filled |
may be {} by June | might be {} soon | would be {} if funds were found | must be {} by June | needs to be {} | has
been only half {} | is by no means {} | is nearly {} | has almost been {} | is unlikely to be {} | was never {} |
has been reported as {} but the audit found otherwise | was {} but has since lapsed | was thought to be {} but is
not | has not been fully {} | is about to be {} | is on course to be {} by June | failed to be {} | is no longer {}
| is said by the trust to be {}, which the board does not accept | was due to be {} last month | has been {} for the
first cohort only | had not been {} when the audit looked | was going to be {} but money ran out | is in no sense {}
| is mainly {} | has been marked {} in error
""")
DONE_SENTENCES = _list("""
has been {} | has now been {} | was {} in April 2024 | is now {} | has been fully {} | was {} by the partnership in
May
""")


PLAIN_PROSE = _list("""
Recommendations 1 to 4
have been implemented. | Actions 1, 2 and 4 are complete. | The two actions for schools have been completed. | Work
with schools to improve attendance has been completed. | Since the review the training programme for new staff has
been delivered. | The action that the Panel asked for has been completed. | A review of how practice has changed was
completed. | Due to delays the work was completed in June. | A set of standards has been implemented. | A leaflet
about sleep has been completed. | The needs assessment was completed in May 2024. | Training aimed at GPs has been
delivered. | Training was provided and completed. | Think Family training has been delivered to all social workers.
| The reported gap has been closed. | As part of the review, the audit was completed. | The partnership has
completed a review of its thresholds. | We have implemented the new pathway in both hospitals. | The children's
well-being plan has been delivered. | The pressure ulcer policy has been implemented. | Twelve briefings have been
delivered, reaching 300 staff. | In response, health visitors have been given training, which has now been
completed. | The protocol, first drafted in 2021, has been signed off by the executive. | The tool was implemented
in January 2024 and is used in every team. | The actions for police were completed before the review was published.
| Briefings were delivered to 240 practitioners. | The action plan has been fully implemented and closed.
""")


def _made(template: str, words: str = WORDS) -> list[str]:
    made = [template.format(word) for word in words.split(", ")]
    return [one[:1].upper() + one[1:] for one in made]


@pytest.mark.parametrize("template", NOT_DONE_TEMPLATES)
def test_what_is_denied_hoped_limited_doubted_or_reported_is_not_complete(template: str) -> None:
    assert [one for one in _made(template) if status_of(one) in DONE] == []


def test_other_words_that_stop_short_are_not_complete() -> None:
    assert [one for one in NOT_DONE if status_of(one[:1].upper() + one[1:]) in DONE] == []


@pytest.mark.parametrize("template", DONE_TEMPLATES)
def test_what_is_plainly_complete_is_read_as_complete(template: str) -> None:
    plain = ", ".join(word for word in WORDS.split(", ") if word != "complete")
    assert [one for one in _made(template, plain) if status_of(one) not in DONE] == []


def test_other_plain_words_are_read_as_complete() -> None:
    assert [one for one in PLAIN if status_of(one[:1].upper() + one[1:]) not in DONE] == []


@pytest.mark.parametrize("template", NOT_DONE_SENTENCES)
def test_documents_and_trackers_agree_on_what_is_not_complete(template: str) -> None:
    for subject in ("The bruising pathway", "The training", "This work"):
        said = [f"{subject} {one[:1].lower()}{one[1:]}." for one in _made(template, VERBS)]
        assert [one for one in said if stand_of(one).status in DONE or status_of(one) in DONE] == []


@pytest.mark.parametrize("template", DONE_SENTENCES)
def test_documents_and_trackers_agree_on_what_is_complete(template: str) -> None:
    for subject in ("The bruising pathway", "The training", "This work"):
        said = [f"{subject} {one[:1].lower()}{one[1:]}." for one in _made(template, VERBS)]
        assert [one for one in said if stand_of(one).status not in DONE or status_of(one) not in DONE] == []


def test_plain_prose_is_read_as_complete() -> None:
    assert [one for one in PLAIN_PROSE if stand_of(one).status not in DONE] == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The weighing has stopped", "paused"),  # nobody says that it is not to go on
        ("The panel has ceased", "paused"),
        ("Stopped", "cancelled"),  # as a state of an action it is a decision
        ("Stopped by the board in May", "cancelled"),
    ],
)
def test_documents_and_trackers_agree_on_what_has_stopped(words: str, status: str) -> None:
    assert (stand_of(words).status, status_of(words)) == (status, status)


@pytest.mark.parametrize(
    "words",
    [
        "Complete, now checking impact",
        "Complete; impact to be tested in the spring",
        "Delivered, impact not yet known",
        "Done, awaiting audit",
        "Completed but not yet embedded",
    ],
)
def test_complete_while_its_effect_is_looked_for_awaits_evidence(words: str) -> None:
    assert status_of(words) == "complete-evidence-awaited"
