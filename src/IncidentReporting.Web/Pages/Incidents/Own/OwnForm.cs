using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components.WhoReads;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Incidents.Case;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>A form by which a person acts in a case in her own right.</summary>
internal abstract class OwnForm(IMediator mediator) : CasePage(mediator)
{
    private ReadersView _readers = new([]);

    /// <summary>What is done: by it the case decides who may.</summary>
    public abstract CaseAction Action { get; }

    /// <summary>Not possible as the case now stands.</summary>
    public bool IsBlocked { get; private set; }

    public bool IsSent => HttpMethods.IsPost(Request.Method);

    /// <summary>What was typed is shown also where it can no longer be sent.</summary>
    public bool ShowsForm => !IsBlocked || IsSent;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return Page();
    }

    public string ReadBy(FieldGroup group) => Readers.Sentence(_readers, group);

    /// <summary>Those of the case's readers who read what is kept to some of them.</summary>
    public string ReadBy(Func<Reader, bool> wanted)
    {
        var everyone = _readers.Of(FieldGroup.Core);
        List<Reader> some = [.. everyone.Where(wanted).Select(reader => reader with { Sees = ReaderSight.All })];
        return Readers.Sentence(new ReadersView([new GroupReaders(FieldGroup.Core, everyone), new GroupReaders(FieldGroup.Adequacy, some)]), FieldGroup.Adequacy);
    }

    /// <summary>The names of those who hold one of the roles, as "Eva Lund och Peter Lind".</summary>
    public string NamesOf(params ReaderRole[] roles) =>
        CaseTexts.And([.. _readers.Of(FieldGroup.Core).Where(reader => roles.Contains(reader.Role)).Select(reader => reader.Name).Distinct(StringComparer.Ordinal)]);

    protected virtual void Fill()
    {
    }

    protected async Task OpenAsync(CancellationToken cancellationToken, bool fill = true)
    {
        await ReadAsync(cancellationToken);
        IsBlocked = !May(Action);
        if (IsBlocked && !IsExposed && !Case.BlockedActions.Contains(Action))
        {
            throw new NotAllowedException();
        }

        _readers = await Mediator.Send(new ShowReadersQuery(Reference), cancellationToken);
        if (fill)
        {
            Fill();
        }
    }

    /// <summary>Sends, and leads on to the case, or to the page below it; or shows the form again as it was filled in.</summary>
    protected async Task<IActionResult> SendAsync(ICommand<IncidentView> command, string done, CancellationToken cancellationToken, string to = "")
    {
        if (ModelState.IsValid && await Mediator.TrySendAsync(command, ModelState, cancellationToken))
        {
            return Redirect($"{Address(to)}?done={done}");
        }

        await OpenAsync(cancellationToken, fill: false);
        return Page();
    }
}
