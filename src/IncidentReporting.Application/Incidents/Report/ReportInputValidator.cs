using FluentValidation;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.Report;

/// <summary>What a report may say. A draft may lack anything.</summary>
internal sealed class ReportInputValidator : AbstractValidator<ReportInput>
{
    private static readonly string[] WithoutPerson = ["team", "workplace", "authority_as_such", "relative"];

    public ReportInputValidator(TimeProvider time, bool complete)
    {
        if (complete)
        {
            RuleFor(report => report.Kinds).NotEmpty().WithMessage(_ => IncidentTexts.KindsMissing);
            RuleFor(report => report.OccurredAt).NotNull().WithMessage(_ => IncidentTexts.OccurredAtMissing);
            RuleFor(report => report.SafeNow).NotEmpty().WithMessage(_ => IncidentTexts.SafeNowMissing);
        }

        RuleFor(report => report.Kinds).AllIn(CodeLists.IncidentKinds);
        RuleFor(report => report.OccurredAt).NotInFuture(time);
        RuleFor(report => report.OccurredPrecision).In(CodeLists.OccurredPrecisions);
        RuleFor(report => report.SafeNow).In(CodeLists.SafeNow);
        RuleFor(report => report.Description).AtMost(ReportContent.DescriptionLength);
        RuleFor(report => report.Channels).AllIn(CodeLists.Channels);
        RuleFor(report => report.Platform).AtMost(ReportContent.PlatformLength);
        RuleFor(report => report.Place).In(CodeLists.Places);
        RuleFor(report => report.Situations).AllIn(CodeLists.Situations);
        RuleFor(report => report.OnDutyState).In(CodeLists.OnDutyStates);
        RuleFor(report => report.Consequences).AllIn(CodeLists.Consequences);
        RuleFor(report => report.PerceivedSeverity).InclusiveBetween(1, 4).WithMessage(_ => IncidentTexts.SeverityOutside);
        RuleFor(report => report.HateMotives).AllIn(CodeLists.HateMotives);
        RuleFor(report => report.Counterpart!).ChildRules(counterpart =>
        {
            counterpart.RuleFor(c => c.Relation).In(CodeLists.CounterpartRelations);
            counterpart.RuleFor(c => c.Count).In(CodeLists.CounterpartCounts);
            counterpart.RuleFor(c => c.Repeat).In(CodeLists.CounterpartRepeats);
            counterpart.RuleFor(c => c.Age).In(CodeLists.CounterpartAges);
            counterpart.RuleFor(c => c.Identity).AtMost(ReportContent.IdentityLength);
            counterpart.RuleFor(c => c.IdentityGround).In(CodeLists.IdentityGrounds);
        }).When(report => report.Counterpart is not null);
        RuleFor(report => report.Wishes!).ChildRules(wishes =>
        {
            wishes.RuleFor(w => w.Support).AllIn(CodeLists.SupportMeasures);
            wishes.RuleFor(w => w.ContactBy).In(CodeLists.ContactBy);
            wishes.RuleFor(w => w.Text).AtMost(ReportContent.TextLength);
        }).When(report => report.Wishes is not null);
        RuleForEach(report => report.Exposed).ChildRules(exposed =>
        {
            exposed.RuleFor(e => e.Role).In(CodeLists.AffectedRoles);
            exposed.RuleFor(e => e.OccupationalGroup).In(CodeLists.OccupationalGroups);
            exposed.RuleFor(e => e.UserId).Null().When(e => e.Self == true).WithMessage(_ => IncidentTexts.ExposedSelfOrUser);
            exposed.RuleFor(e => e.UserId).NotNull().When(e => e.Self != true && !WithoutPerson.Contains(e.Role)).WithMessage(_ => IncidentTexts.ExposedUnnamed);
        });
        RuleFor(report => report.Exposed).Must(NameNobodyTwice).WithMessage(_ => IncidentTexts.ExposedTwice);
    }

    private static bool NameNobodyTwice(IReadOnlyList<ExposedInput>? exposed)
    {
        var persons = exposed?.Where(e => e.Self == true || e.UserId is not null).Select(e => e.Self == true ? null : e.UserId).ToList() ?? [];
        return persons.Distinct().Count() == persons.Count;
    }
}
