using IncidentReporting.Application.SupportDirectory;
using IncidentReporting.Application.SupportDirectory.Put;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Pages.Administration.SupportDirectory;

/// <summary>One kind of help, as typed.</summary>
internal sealed record TypedOffer(string? Measure, string? Title, string? Contact, string? Phone, string? Hours, string? Url, string? Text)
{
    public const string List = "items";

    public static readonly TypedOffer Blank = new(Measure: null, Title: null, Contact: null, Phone: null, Hours: null, Url: null, Text: null);

    public static IReadOnlyList<Choice> Measures => [.. CodeLists.SupportMeasures.Codes.Select(code => new Choice(code.Id, Codes.Label(CodeLists.SupportMeasures, code.Id)))];

    public static TypedOffer Of(SupportItem item) => new(item.Measure, item.Title, item.Contact, item.Phone, item.Hours, item.Url, item.Text);

    /// <summary>Rows with nothing in them, or marked to be taken away, are dropped.</summary>
    public static IReadOnlyList<TypedOffer> In(IFormCollection form) =>
    [
        .. FormRows.Of(form, List).Where(row => row["remove"] is null && !row.IsBlank("measure", "title", "contact", "phone", "hours", "url", "text"))
            .Select(row => new TypedOffer(row["measure"], row["title"], row["contact"], row["phone"], row["hours"], row["url"], row["text"])),
    ];

    public SupportInput ToInput() => new(Measure, Title, Contact, Phone, Hours, Url, Text);
}
