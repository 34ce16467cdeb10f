using IncidentReporting.Application.Campaigns;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.Administration.Campaigns;

/// <summary>A campaign as typed.</summary>
internal sealed record TypedCampaign(string? Name, string? Code, string? FirstSeen, string? LastSeen, IReadOnlyList<string> Platforms)
{
    public static readonly TypedCampaign Blank = new(Name: null, Code: null, FirstSeen: null, LastSeen: null, []);

    /// <summary>The channels, and what the campaign names beside them.</summary>
    public IReadOnlyList<Choice> PlatformChoices =>
    [
        .. CodeLists.Channels.Codes.Select(code => new Choice(code.Id, Codes.Label(CodeLists.Channels, code.Id))),
        .. Platforms.Where(name => !CodeLists.Channels.Contains(name)).Select(name => new Choice(name, name)),
    ];

    public static TypedCampaign Of(CampaignResult campaign) => new(
        campaign.Name.Value, campaign.Code, Times.ForDateField(campaign.FirstSeen), campaign.LastSeen is { } last ? Times.ForDateField(last) : null, campaign.Platforms);

    public static TypedCampaign In(IFormCollection form) => new(
        Typed(form, "name"), Typed(form, "code"), Typed(form, "firstSeen"), Typed(form, "lastSeen"), [.. form["platforms"].OfType<string>().Where(name => name.Length > 0)]);

    public CampaignFields Read(ModelStateDictionary state) => new(CaseText.From(Name), Code, TypedTime.Day(FirstSeen, "firstSeen", state), TypedTime.Day(LastSeen, "lastSeen", state), Platforms);

    public static string PlatformName(string platform) => CodeLists.Channels.Contains(platform) ? Codes.Label(CodeLists.Channels, platform) : platform;

    private static string? Typed(IFormCollection form, string field) => string.IsNullOrWhiteSpace(form[field]) ? null : form[field].ToString().Trim();
}
