using System.Globalization;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Demonstration;

/// <summary>Support, the police and the end of the case.</summary>
internal sealed partial class DemoStory
{
    private static readonly string[] FurtherMeasures =
    [
        "occupational_health", "peer_support", "supervision", "work_adaptation", "psychologist", "paid_time", "help_police_report", "union_support",
        "victim_support_org", "escorted_home", "personal_alarm", "group_talk", "psychological_first_aid", "security_adviser",
    ];

    private static readonly (string, double)[] NotReported =
    [
        ("exposed_declines", 26), ("judged_no_crime", 20), ("seen_as_part_of_job", 12), ("treatment_grounds", 12), ("fear_reprisal", 9), ("counterpart_condition", 8),
        ("lack_of_evidence", 6), ("unknown_offender", 4), ("no_trust", 3),
    ];

    private int _closings;

    private Guid? FirstExposed => Incident.Exposed[0].UserId is null ? null : Incident.Exposed[0].Id;

    private Actor? Exposed(DateTimeOffset at) => Incident.Exposed[0].UserId is { } person ? new Actor(person, CaseRole.Exposed, at) : null;

    private void OfferFirst(DateTimeOffset at)
    {
        Offer("manager_contact", at);
        if (_dice.Falls(0.82))
        {
            Then(Office(Days(0, 1.2)), later => Offer("relieving_talk", later));
        }

        if (_dice.Falls(0.55))
        {
            Then(Office(Days(1, 12)), later => Offer(_dice.Pick(FurtherMeasures), later));
        }

        if (_dice.Falls(0.08) && Incident.Exposed[0].UserId is not null)
        {
            Then(Days(1, 15), later =>
            {
                if (Exposed(later) is { } person)
                {
                    Incident.NoteInfluence(
                        _dice.Pick(["influence", "avenge", "unknown"]),
                        CodeSet.Of([_dice.Pick(["none", "hesitated", "delayed", "feared_only", "avoided_contact", "handed_over"])]),
                        _dice.Pick(["sol_decision", "financial_aid", "lvu", "custody"]),
                        person);
                }
            });
        }
    }

    private void Offer(string measure, DateTimeOffset at)
    {
        if (!Incident.Permits(CaseAction.OfferSupport) || Incident.State == IncidentState.Closed)
        {
            return;
        }

        DateOnly? lentUntil = measure == "personal_alarm" ? _cast.Calendar.LocalDate(at.AddMonths(6)) : null;
        var offer = Incident.Offer(FirstExposed, measure, _dice.Falls(0.4) ? _dice.Text(DemoTexts.OfferNotes) : null, lentUntil, Manager(at));
        var answer = _dice.Weighted([("accepted", 70), ("declined", 15), ("later", 9), ("", 6)]);
        if (answer.Length == 0)
        {
            return;
        }

        Then(Hours(1, 40), later => Record(offer, answer, deliveredAt: null, completedAt: null, Exposed(later) ?? Manager(later)));
        if (answer == "accepted")
        {
            var delivered = Office(Days(1.7, 8));
            Then(delivered, later => Record(offer, answer: null, later, completedAt: null, Manager(later)));
            Then(Office(delivered.AddDays(_dice.Between(1, 40))), later => Record(offer, answer: null, deliveredAt: null, later, Manager(later)));
        }
        else
        {
            Then(Office(Days(6, 12)), later => Offer(measure, later));
        }
    }

    private void Record(SupportOffer offer, string? answer, DateTimeOffset? deliveredAt, DateTimeOffset? completedAt, Actor by)
    {
        if (Incident.Permits(CaseAction.AnswerOffer) && (completedAt is null || offer.DeliveredAt is not null))
        {
            Incident.RecordOffer(offer, answer, deliveredAt, completedAt, by);
        }
    }

    private void Rate(DateTimeOffset at)
    {
        if (Exposed(at) is not { } person)
        {
            return;
        }

        var adequacy = _dice.Weighted([("fully", 31), ("mostly", 36), ("insufficient", 20), ("none", 10), ("not_wanted", 2), ("no_answer", 1)]);
        Incident.Rate(adequacy, _dice.Falls(0.3) ? _dice.Text(DemoTexts.Ratings) : null, person);
        if (_dice.Falls(0.4) && Incident.Permits(CaseAction.Edit))
        {
            Incident.Share(new Sharing(ConsequencesWithRep: _dice.Falls(0.5), RatingsWithManager: true, RatingsWithRep: _dice.Falls(0.5)), person);
        }
    }

    private void DecideOnPolice(DateTimeOffset at)
    {
        if (!_isReported)
        {
            var review = at.AddDays(30);
            var step = NotReportedStep(_dice.Weighted(NotReported), _dice.Weighted([("yes", 78), ("no", 8), ("not_asked", 14)]), review, DemoTexts.NotReportedNotes);
            var decided = Police(step, at);
            Then(Office(review.AddHours(-_dice.Between(2, 40))), later => ReviewDecision(decided!, later));
            return;
        }

        if (_dice.Falls(0.35))
        {
            Police(new PoliceReportStep { Status = PoliceStatus.DecidedReport, Source = "employer" }, at);
            Then(Office(Hours(2, 40)), Report);
        }
        else
        {
            Report(at);
        }
    }

    private void Report(DateTimeOffset at)
    {
        Police(
            new PoliceReportStep
            {
                Status = PoliceStatus.Reported,
                Source = "employer",
                ReportedBy = _dice.Weighted([("employer", 55), ("exposed_person", 20), ("both", 17), ("police_on_scene", 8)]),
                CaseNumber = CaseText.From(string.Create(CultureInfo.InvariantCulture, $"5000-K{_dice.Between(100_000, 1_899_999)}-{at.Year % 100:00}")),
                Note = _dice.Falls(0.5) ? _dice.Text(DemoTexts.PoliceNotes) : null,
            },
            at);
        var answer = _dice.Weighted([(PoliceStatus.Opened, 35), (PoliceStatus.NotOpened, 53), (PoliceStatus.UnknownAfterCheck, 12)]);
        Then(Office(Days(6, 29)), later => HearFromPolice(answer, later));
    }

    private void HearFromPolice(PoliceStatus answer, DateTimeOffset at)
    {
        Police(new PoliceReportStep { Status = answer, Source = answer == PoliceStatus.UnknownAfterCheck ? "employer" : "police_letter" }, at);
        switch (answer)
        {
            case PoliceStatus.UnknownAfterCheck:
                Then(Office(Days(15, 28)), later => HearFromPolice(_dice.Weighted([(PoliceStatus.Opened, 25), (PoliceStatus.NotOpened, 75)]), later));
                break;
            case PoliceStatus.Opened:
                var outcome = _dice.Weighted([(PoliceStatus.Discontinued, 60), (PoliceStatus.NoProsecution, 15), (PoliceStatus.Charged, 25)]);
                Then(Office(Days(30, 85)), later => HearFromPolice(outcome, later));
                break;
            case PoliceStatus.Charged:
                Then(Office(Days(30, 80)), later => HearFromPolice(_dice.Weighted([(PoliceStatus.Convicted, 80), (PoliceStatus.Acquitted, 20)]), later));
                break;
            case PoliceStatus.Convicted or PoliceStatus.Acquitted:
                Then(Office(Days(22, 30)), later => HearFromPolice(PoliceStatus.Final, later));
                break;
            default:
                break;
        }
    }

    private void ReviewDecision(PoliceEvent decided, DateTimeOffset at)
    {
        if (Incident.PoliceStatus != PoliceStatus.DecidedNot || Incident.State == IncidentState.Closed)
        {
            return;
        }

        if (_dice.Falls(0.06))
        {
            Police(
                new PoliceReportStep
                {
                    Status = PoliceStatus.Reported,
                    Source = "employer",
                    ReportedBy = "employer",
                    Note = _dice.Text(DemoTexts.ReportedAfterReviewNotes),
                },
                at);
            Then(Office(Days(10, 29)), later => HearFromPolice(_dice.Weighted([(PoliceStatus.Opened, 33), (PoliceStatus.NotOpened, 67)]), later));
            return;
        }

        // The decision stands; it is looked at again when it may no longer be reported.
        Police(NotReportedStep(decided.Reasons[0], "yes", at.AddYears(2), DemoTexts.ReviewNotes) with { Corrects = decided.Id }, at);
    }

    private PoliceReportStep NotReportedStep(string reason, string agrees, DateTimeOffset review, string[] notes) => new()
    {
        Status = PoliceStatus.DecidedNot,
        Source = "employer",
        Reasons = CodeSet.Of([reason]),
        ExposedAgrees = agrees,
        ReviewOn = _cast.Calendar.LocalDate(review),
        Note = _dice.Falls(0.6) ? _dice.Text(notes) : null,
    };

    private PoliceEvent? Police(PoliceReportStep step, DateTimeOffset at) =>
        Incident.Permits(CaseAction.RecordPoliceEvent) ? Incident.RecordPolice(step, Manager(at)) : null;

    private bool IsWaitingForPolice => Incident.PoliceStatus
        is PoliceStatus.DecidedReport or PoliceStatus.Reported or PoliceStatus.UnknownAfterCheck or PoliceStatus.Opened or PoliceStatus.Charged or PoliceStatus.Convicted or PoliceStatus.Acquitted;

    private void TryToClose(DateTimeOffset at)
    {
        if (!Incident.Permits(CaseAction.ProposeClosure) || Incident.CurrentProposal is not null)
        {
            return;
        }

        var isReviewed = Incident.PoliceStatus != PoliceStatus.DecidedNot || Incident.StandingPolice.Last() is { } last && last.ReviewOn > _cast.Calendar.LocalDate(at);
        var guards = Incident.ClosureGuards.Where(guard => guard.Code != "actions_settled");
        if (IsWaitingForPolice || !isReviewed || !guards.All(guard => guard.IsMet))
        {
            Then(Office(Days(4, 9)), TryToClose);
            return;
        }

        foreach (var action in Incident.Actions.Where(action => !action.IsSettled).ToList())
        {
            var isHandedOver = _dice.Falls(0.15);
            Incident.RecordAction(
                action,
                isHandedOver ? ActionState.HandedOver : ActionState.Done,
                effect: null,
                isHandedOver ? CaseText.From("Fortsätter i enhetens handlingsplan.") : null,
                Manager(at));
        }

        Incident.ProposeClosure("completed", _dice.Text(DemoTexts.Closings), receiver: null, Manager(at));
        var answer = _closings++ > 0 ? DemoAnswer.Agrees : _plan.Answer ?? _dice.Weighted([(DemoAnswer.Agrees, 88), (DemoAnswer.Waits, 7), (DemoAnswer.Objects, 5)]);
        if (Exposed(at) is null)
        {
            Then(Office(Days(1, 6)), AnswerForThem);
        }
        else if (answer == DemoAnswer.Agrees)
        {
            Then(Days(0.3, 5), Answer);
        }
        else if (answer == DemoAnswer.Waits)
        {
            Then(Office(Days(14.5, 20)), AnswerForThem);
        }
        else
        {
            Then(Days(0.5, 4), Object);
        }
    }

    private void Answer(DateTimeOffset at)
    {
        foreach (var person in Incident.Exposed.Select(exposed => exposed.UserId).Where(person => person is not null))
        {
            if (Incident.CurrentProposal is not null && !Incident.IsEnded)
            {
                Incident.AnswerClosure(agrees: true, CaseText.From(_dice.Pick(DemoTexts.Agreements)), new Actor(person!.Value, CaseRole.Exposed, at));
            }
        }

        if (Exposed(at) is null)
        {
            AnswerForThem(at);
        }

        Closed();
    }

    private void AnswerForThem(DateTimeOffset at)
    {
        if (Incident.CurrentProposal is not null)
        {
            Incident.AnswerClosure(agrees: true, comment: null, new Actor(_cast.Representative, CaseRole.Representative, at));
        }

        Closed();
    }

    private void Object(DateTimeOffset at)
    {
        if (Incident.CurrentProposal is null || Exposed(at) is not { } person)
        {
            return;
        }

        Incident.AnswerClosure(agrees: false, _dice.Text(DemoTexts.Objections), person);
        if (!_plan.StaysOpen)
        {
            Then(Office(Days(6, 16)), Overrule);
        }
    }

    private void Overrule(DateTimeOffset at)
    {
        if (Incident.IsObjected && Incident.ClosureGuards.All(guard => guard.IsMet))
        {
            Incident.ProposeClosure("completed", _dice.Text(DemoTexts.Overrulings), receiver: null, new Actor(_nextManager, CaseRole.NextManager, at));
            Closed();
        }
    }

    private void Closed()
    {
        if (Incident.State == IncidentState.Closed && _closings == 1 && (_plan.Reopens ?? _dice.Falls(0.03)))
        {
            Then(Days(6, 30), at =>
            {
                if (Incident.State == IncidentState.Closed && Exposed(at) is { } person)
                {
                    Incident.Reopen(_dice.Text(DemoTexts.Reopenings), person);
                }
            });
        }
    }
}
