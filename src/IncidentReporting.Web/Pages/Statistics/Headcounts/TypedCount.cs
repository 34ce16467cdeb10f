using System.Globalization;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Domain.Organisation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using static IncidentReporting.Web.Pages.Statistics.Headcounts.HeadcountsTexts;

namespace IncidentReporting.Web.Pages.Statistics.Headcounts;

/// <summary>One unit, group and month, as typed.</summary>
internal sealed record TypedCount(string? Unit, string? Group, string? Month, string? Headcount, string? Fte)
{
    public const string UnitField = "[0].unitId";
    public const string GroupField = "[0].occupationalGroup";
    public const string MonthField = "[0].month";
    public const string HeadcountField = "[0].headcount";
    public const string FteField = "[0].fte";

    public static readonly TypedCount Blank = new(Unit: null, Group: null, Month: null, Headcount: null, Fte: null);

    public static TypedCount In(IFormCollection form)
    {
        return new TypedCount(Text(UnitField), Text(GroupField), Text(MonthField), Text(HeadcountField), Text(FteField));

        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    public HeadcountInput ToInput(ModelStateDictionary state) =>
        new(Guid.TryParse(Unit, out var unit) ? new UnitId(unit) : null, Group, Month, Number(Headcount, HeadcountField, state), Number(Fte, FteField, state));

    private static decimal? Number(string? text, string field, ModelStateDictionary state)
    {
        if (text is null)
        {
            return null;
        }

        var plain = string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        state.AddModelError(field, T("number"));
        return null;
    }
}
