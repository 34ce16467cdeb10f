using IncidentReporting.Api.Problems;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Mail.List;
using IncidentReporting.Application.Mail.Retry;
using IncidentReporting.Application.Mail.SendTest;
using IncidentReporting.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Mail;

/// <summary>The state of the mail, for administrators: what was sent to whom by which rule, and what stopped.</summary>
internal sealed class MailEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/mail-messages", List).Allow(Operations.ListMailMessages)
            .WithSummary("Your employer's mails, newest first: to whom, by which rule, state and attempts. Dead ones have state=dead.");
        api.MapPost("/mail-messages/{id:guid}/retry", Retry).Allow(Operations.RetryMailMessage).WithSummary("Send a mail that has stopped once more.");
        api.MapPost("/mail-messages/test", SendTest).Allow(Operations.SendTestMail)
            .WithSummary("Send a trial mail to yourself, past the queue, and see what the mail server said.");
    }

    private static async Task<Ok<ListMailMessagesResult>> List(string? state, PageQuery page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMailMessagesQuery(page.Page, StateOf(state)), cancellationToken));

    private static OutboxState? StateOf(string? state) =>
        state is null ? null
        : SnakeCase.Find<OutboxState>(state) is { } known ? known
        : throw new InvalidInputException("state", ProblemTexts.Get("query.unreadable"));

    private static async Task<NoContent> Retry(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RetryMailMessageCommand(id), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SendTestMailResult>> SendTest(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SendTestMailCommand(), cancellationToken));
}
