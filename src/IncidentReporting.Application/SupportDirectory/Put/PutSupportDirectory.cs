using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SupportDirectory.Put;

/// <summary>Replaces what a unit offers by itself; what it has from above stays.</summary>
/// <param name="UnitId">Null is the employer as a whole.</param>
public sealed record PutSupportDirectoryCommand(UnitId? UnitId, IReadOnlyList<SupportInput>? Items) : ICommand<Listing<SupportItem>>;

public sealed record SupportInput(
    string? Measure = null, string? Title = null, string? Contact = null, string? Phone = null, string? Hours = null, string? Url = null, string? Text = null);

internal sealed class PutSupportDirectoryValidator : AbstractValidator<PutSupportDirectoryCommand>
{
    private const int Most = 100;

    public PutSupportDirectoryValidator()
    {
        RuleFor(command => command.Items).NotNull().WithMessage(_ => OrganisationTexts.Required);
        RuleFor(command => command.Items).Must(items => items is null || items.Count <= Most).WithMessage(_ => OrganisationTexts.TooMany(Most));
        RuleForEach(command => command.Items).ChildRules(item =>
        {
            item.RuleFor(entry => entry.Measure).Must(CodeLists.SupportMeasures.Contains).WithMessage(_ => OrganisationTexts.MeasureUnknown);
            item.RuleFor(entry => entry.Title).Must(title => !string.IsNullOrWhiteSpace(title) && title.Length <= SupportEntry.TitleLength).WithMessage(_ => OrganisationTexts.NameMissing);
            item.RuleFor(entry => entry.Contact).MaximumLength(SupportEntry.ContactLength).WithMessage(_ => OrganisationTexts.TooLong(SupportEntry.ContactLength));
            item.RuleFor(entry => entry.Phone).MaximumLength(SupportEntry.PhoneLength).WithMessage(_ => OrganisationTexts.TooLong(SupportEntry.PhoneLength));
            item.RuleFor(entry => entry.Hours).MaximumLength(SupportEntry.HoursLength).WithMessage(_ => OrganisationTexts.TooLong(SupportEntry.HoursLength));
            item.RuleFor(entry => entry.Text).MaximumLength(SupportEntry.TextLength).WithMessage(_ => OrganisationTexts.TooLong(SupportEntry.TextLength));
            item.RuleFor(entry => entry.Url).Must(IsAddress).WithMessage(_ => OrganisationTexts.UrlUnknown);
        });
    }

    // Shown as a link to people in need: nothing but a web page may stand there.
    private static bool IsAddress(string? url) =>
        url is null || (url.Length <= SupportEntry.UrlLength && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps);
}

internal sealed class PutSupportDirectoryHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<PutSupportDirectoryCommand, Listing<SupportItem>>
{
    public async Task<Listing<SupportItem>> Handle(PutSupportDirectoryCommand request, CancellationToken cancellationToken)
    {
        Operations.SetSupportDirectory.Require(user);
        var (now, employer) = (time.Now(), user.EmployerId);
        var chart = await charts.OfAsync(employer, cancellationToken);
        var unit = chart.Unit(request.UnitId ?? chart.Top.Id) ?? throw new InvalidInputException("unitId", OrganisationTexts.UnitUnknown);
        var entries = request.Items!.Select((item, place) => SupportEntry.Create(
            Guid.CreateVersion7(now), employer, unit.Id, place, item.Measure!, item.Title!.Trim(), item.Contact, item.Phone, item.Hours, item.Url, item.Text)).ToList();

        db.Set<SupportEntry>().RemoveRange(await db.Set<SupportEntry>().Where(entry => entry.UnitId == unit.Id).ToListAsync(cancellationToken));
        db.Set<SupportEntry>().AddRange(entries);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "support_directory_set", unit.Id.Value, now));
        await db.SaveChangesAsync(cancellationToken);
        return Listing.Whole<SupportItem>([.. entries.Select(entry => SupportItem.Of(entry, chart))]);
    }
}
