using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Hosting;

/// <summary>The pages' only translation of refusals: what the person can mend is said on the page; everything else goes to the page that says what went wrong.</summary>
internal static class Sending
{
    /// <summary>True when it went through. Else the page is to be shown again, with what was typed; the model state says why.</summary>
    public static async Task<bool> TrySendAsync<TResult>(this IMediator mediator, IRequest<TResult> request, ModelStateDictionary state, CancellationToken cancellationToken) =>
        (await mediator.TryAskAsync(request, state, cancellationToken)).Sent;

    /// <summary>As <see cref="TrySendAsync"/>, with the answer.</summary>
    public static async Task<Answer<TResult>> TryAskAsync<TResult>(this IMediator mediator, IRequest<TResult> request, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        try
        {
            return new Answer<TResult>(true, await mediator.Send(request, cancellationToken));
        }
        catch (InvalidInputException invalid)
        {
            foreach (var (field, messages) in invalid.Errors)
            {
                foreach (var message in messages)
                {
                    state.AddModelError(field, message);
                }
            }
        }
        catch (RuleBrokenException broken)
        {
            state.AddModelError(string.Empty, RuleTexts.Sentence(broken.Rule));
            foreach (var unmet in broken.Unmet ?? [])
            {
                state.AddModelError(string.Empty, RuleTexts.Unmet(unmet));
            }
        }

        return new Answer<TResult>(false, default);
    }
}

internal readonly record struct Answer<TResult>(bool Sent, TResult? Value);
