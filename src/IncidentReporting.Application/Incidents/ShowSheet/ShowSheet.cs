using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>The case as a filled-in sheet to file or copy, so that nothing has to be told twice. The reading is logged.</summary>
/// <param name="For">police, av_33a, fk_injury or us_ca_log.</param>
public sealed record ShowSheetQuery(CaseReference Case, string? For) : IQuery<Sheet>;

internal sealed class ShowSheetValidator : AbstractValidator<ShowSheetQuery>
{
    public ShowSheetValidator() =>
        RuleFor(query => query.For).Must(name => SheetForms.Find(name) is not null).WithMessage(_ => IncidentTexts.UnknownSheet);
}

internal sealed class ShowSheetHandler(CaseDesk desk, CaseReadings readings) : IRequestHandler<ShowSheetQuery, Sheet>
{
    public async Task<Sheet> Handle(ShowSheetQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        if (!SheetReaders.Include(open.Roles))
        {
            throw new NotAllowedException();
        }

        // A draft has no number and may still say anything.
        IncidentRules.ActionFitsState.Check(!open.Incident.IsDraft);
        var view = new IncidentViewer(open.Incident, open.Roles, open.User, open.Chart, open.Now).Show([]);
        var form = SheetForms.Find(query.For)!;
        var sheet = form.Fill(new SheetCase(open, view));
        await readings.KeepAsync(open, "sheet_shown", $"sheet.{form.Name},{ShownFields.Of(view, form.Uses)}", cancellationToken);
        return sheet;
    }
}
