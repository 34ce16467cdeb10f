using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Codes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SavedViews.Save;

/// <summary>Keeps a choice among the cases under a name; a view of the same name is replaced.</summary>
public sealed record SaveViewCommand(string? Name, CaseFilter? Filter) : ICommand<SavedViewResult>;

internal sealed class SaveViewValidator : AbstractValidator<SaveViewCommand>
{
    public SaveViewValidator()
    {
        RuleFor(command => command.Name)
            .Must(name => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= SavedView.NameLength && !name.Any(char.IsControl))
            .WithMessage(_ => SavedViewTexts.NameMissing);
        RuleFor(command => command.Filter!.State).In(CodeLists.IncidentStates).OverridePropertyName("filter.state").When(command => command.Filter is not null);
        RuleFor(command => command.Filter!.Kind).In(CodeLists.IncidentKinds).OverridePropertyName("filter.kind").When(command => command.Filter is not null);
        RuleFor(command => command.Filter!.Responsible).Must(value => value is null or "me").WithMessage(_ => IncidentTexts.UnknownFilter)
            .OverridePropertyName("filter.responsible").When(command => command.Filter is not null);
    }
}

internal sealed class SaveViewHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time) : IRequestHandler<SaveViewCommand, SavedViewResult>
{
    public async Task<SavedViewResult> Handle(SaveViewCommand request, CancellationToken cancellationToken)
    {
        var (id, now, name, filter) = (user.Id, time.Now(), request.Name!.Trim(), request.Filter ?? new CaseFilter());
        if (filter.Unit is { } unit && (await charts.OfAsync(user.EmployerId, cancellationToken)).Unit(unit) is null)
        {
            throw new InvalidInputException("filter.unit", OrganisationTexts.UnitUnknown);
        }

        var views = await db.Set<SavedView>().Where(row => row.UserId == id).ToListAsync(cancellationToken);
        var view = views.Find(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase));
        if (view is not null)
        {
            view.Keep(filter, now);
        }
        else if (views.Count >= SavedView.Most)
        {
            throw new InvalidInputException("name", SavedViewTexts.TooMany);
        }
        else
        {
            view = SavedView.Of(id, name, filter, now);
            db.Set<SavedView>().Add(view);
        }

        await db.SaveChangesAsync(cancellationToken);
        return SavedViewResult.Of(view);
    }
}
