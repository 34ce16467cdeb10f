using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Feedback.List;

/// <summary>What has been said of the product and not been dealt with, oldest first.</summary>
public sealed record ListFeedbackQuery(Page Page) : IQuery<Listing<FeedbackItem>>;

public sealed record FeedbackItem(Guid Id, DateTimeOffset At, string Text, string? Contact)
{
    public override string ToString() => nameof(FeedbackItem);
}

internal sealed class ListFeedbackHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<ListFeedbackQuery, Listing<FeedbackItem>>
{
    public async Task<Listing<FeedbackItem>> Handle(ListFeedbackQuery request, CancellationToken cancellationToken)
    {
        Operations.ListFeedback.Require(user);
        var employer = user.EmployerId;
        var messages = db.Set<FeedbackMessage>().AsNoTracking().Where(message => message.EmployerId == null || message.EmployerId == employer);
        if (request.Page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            messages = messages.Where(message => message.At > at || (message.At == at && message.Id.CompareTo(id) > 0));
        }

        var found = await messages.OrderBy(message => message.At).ThenBy(message => message.Id).Take(request.Page.Take).ToListAsync(cancellationToken);
        return Listing.Of(
            [.. found.Select(message => new FeedbackItem(message.Id, message.At, message.Text.Value, message.Contact?.Value))], request.Page, item => new Cursor(item.At, item.Id));
    }
}
