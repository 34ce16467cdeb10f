using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Incidents;

/// <summary>The checks that many requests share.</summary>
internal static class ValidationRules
{
    // A phone's clock may run ahead of ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>A code of the list, where one is given.</summary>
    public static IRuleBuilderOptions<T, string?> In<T>(this IRuleBuilder<T, string?> rule, CodeList list) =>
        rule.Must(code => code is null || list.Contains(code)).WithMessage(_ => IncidentTexts.UnknownCode(list.Id));

    /// <summary>A code of the list; one must be given.</summary>
    public static IRuleBuilderOptions<T, string?> RequiredIn<T>(this IRuleBuilder<T, string?> rule, CodeList list) =>
        rule.NotEmpty().WithMessage(_ => IncidentTexts.CodeMissing)
            .Must(code => string.IsNullOrEmpty(code) || list.Contains(code)).WithMessage(_ => IncidentTexts.UnknownCode(list.Id));

    public static IRuleBuilderOptions<T, CodeSet?> AllIn<T>(this IRuleBuilder<T, CodeSet?> rule, CodeList list) =>
        rule.Must(codes => codes is null || codes.All(list.Contains)).WithMessage(_ => IncidentTexts.UnknownCode(list.Id));

    public static IRuleBuilderOptions<T, CaseText?> AtMost<T>(this IRuleBuilder<T, CaseText?> rule, int length) =>
        rule.Must(text => text is null || text.Value.Length <= length).WithMessage(_ => IncidentTexts.TooLong(length));

    public static IRuleBuilderOptions<T, DateTimeOffset?> NotInFuture<T>(this IRuleBuilder<T, DateTimeOffset?> rule, TimeProvider time) =>
        rule.Must(at => at is null || at <= time.Now() + ClockSkew).WithMessage(_ => IncidentTexts.InTheFuture)
            .Must(at => at is null || at.Value.Year >= 1990).WithMessage(_ => IncidentTexts.TooLongAgo);

    /// <summary>A day counts as past when it has begun at the employer.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> NotInFuture<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider time) =>
        rule.Must(day => day is null || day <= ShownZone.DayOf(time.Now() + ClockSkew)).WithMessage(_ => IncidentTexts.InTheFuture)
            .Must(day => day is null || day.Value.Year >= 1990).WithMessage(_ => IncidentTexts.TooLongAgo);

    /// <summary>A day counts as past when it has begun at the employer.</summary>
    public static IRuleBuilderOptions<T, DateOrTime?> NotInFuture<T>(this IRuleBuilder<T, DateOrTime?> rule, TimeProvider time) =>
        rule.Must(at => at is not { } told || (told.Time is { } exact
                ? exact <= time.Now() + ClockSkew
                : told.Date <= ShownZone.DayOf(time.Now() + ClockSkew)))
            .WithMessage(_ => IncidentTexts.InTheFuture)
            .Must(at => at is not { } told || told.Date.Year >= 1990).WithMessage(_ => IncidentTexts.TooLongAgo);
}
