using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Campaigns;

/// <param name="Code">What other employers know the same campaign by; nothing else is shared.</param>
/// <param name="OrganisationsHit">How many employers use the code; 1 without one.</param>
public sealed record CampaignResult(
    Guid Id, CaseText Name, string? Code, DateOnly FirstSeen, DateOnly? LastSeen, IReadOnlyList<string> Platforms, int OrganisationsHit, long Version)
{
    internal static CampaignResult Of(Campaign campaign, int organisations) =>
        new(campaign.Id, campaign.Name, campaign.Code, campaign.FirstSeen, campaign.LastSeen, campaign.Platforms, Math.Max(1, organisations), campaign.Version);
}

public sealed record CampaignFields(
    CaseText? Name = null, string? Code = null, DateOnly? FirstSeen = null, DateOnly? LastSeen = null, IReadOnlyList<string>? Platforms = null)
{
    internal CaseText NameAlone => CaseText.From(Name!.Value.Trim())!;
}

internal sealed class CampaignFieldsValidator : AbstractValidator<CampaignFields>
{
    public CampaignFieldsValidator(TimeProvider time)
    {
        RuleFor(fields => fields.Name).Must(name => name is { Value.Length: <= Campaign.NameLength }).WithMessage(_ => OrganisationTexts.NameMissing);
        RuleFor(fields => fields.Code).Must(IsCode).WithMessage(_ => OrganisationTexts.CodeForm);

        // A day more: it is tomorrow already in some of the world, and the day is only about.
        RuleFor(fields => fields.FirstSeen).Must(day => day is not null && day <= DateOnly.FromDateTime(time.Now().UtcDateTime).AddDays(1))
            .WithMessage(_ => OrganisationTexts.FirstSeenMissing);
        RuleFor(fields => fields.LastSeen).Must((fields, day) => day is null || fields.FirstSeen is null || day >= fields.FirstSeen)
            .WithMessage(_ => OrganisationTexts.PeriodBackwards);
        RuleFor(fields => fields.Platforms).Must(ArePlatforms).WithMessage(_ => OrganisationTexts.PlatformForm);
    }

    private static bool IsCode(string? code) =>
        code is null || (code.Length is > 0 and <= Campaign.CodeLength && code.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '-'));

    private static bool ArePlatforms(IReadOnlyList<string>? platforms) =>
        platforms is null
        || (platforms.Count <= Campaign.MostPlatforms
            && platforms.All(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Campaign.PlatformLength && !name.Contains('|', StringComparison.Ordinal)));
}

internal static class CampaignReader
{
    public static async Task<CampaignResult> ResultAsync(this IIncidentReportingDb db, Campaign campaign, CancellationToken cancellationToken) =>
        CampaignResult.Of(
            campaign, campaign.Code is null ? 1 : await db.Set<Campaign>().Where(row => row.Code == campaign.Code).Select(row => row.EmployerId).Distinct().CountAsync(cancellationToken));

    public static void Apply(this Campaign campaign, CampaignFields fields) =>
        campaign.Change(fields.NameAlone, fields.Code, fields.FirstSeen!.Value, fields.LastSeen, CodeSet.Of(fields.Platforms));
}
