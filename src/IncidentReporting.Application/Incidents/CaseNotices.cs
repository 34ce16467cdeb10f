using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents;

/// <summary>Who is told of what happened to a case. One mail a person and save; never to whoever did it, but for the receipt.</summary>
internal sealed class CaseNotices(IOutbox outbox)
{
    private static readonly HashSet<string> StatusChanges = new(StringComparer.Ordinal)
    {
        "assessed", "follow_up_began", "police_event", "police_event_corrected", "withdrawn", "marked_duplicate", "found_out_of_scope", "transferred",
    };

    public void Order(OpenCase open, IReadOnlyList<IncidentEvent> events, IReadOnlyList<Obligation> duties)
    {
        if (events.Count == 0)
        {
            return;
        }

        var told = new Told(open, duties, outbox);
        var actor = events[0].By.Id;
        foreach (var happened in events)
        {
            Tell(happened, open, told, actor);
        }

        if (!open.Incident.IsEnded && open.Incident.State != IncidentState.Closed)
        {
            // Whoever the case falls on by what was found out, such as that the manager was hit herself or is kept out.
            var fallsOn = open.Parties().Resolve(Party.Manager).Except(open.ResponsibleBefore).Where(person => person != actor);
            told.All(fallsOn, "R1", $"falls_on:{open.Incident.Version}", MailTemplate.Handover, Party.Manager);
        }

        if (events.Any(happened => StatusChanges.Contains(happened.What)) && !open.Incident.InformationDeclined)
        {
            told.All(Exposed(open).Where(person => person != actor), "R17", $"status:{open.Incident.Version}", MailTemplate.Information, Party.Exposed);
        }
    }

    private static void Tell(IncidentEvent happened, OpenCase open, Told told, UserId actor)
    {
        var parties = open.Parties();
        var step = $"{happened.What}:{open.Incident.Version}";
        var exposed = Exposed(open).Where(person => person != actor);
        switch (happened.What)
        {
            case "submitted":
                told.One(open.Incident.ReporterId, "R17", "receipt", MailTemplate.Receipt, as_: null);
                told.All(exposed, "R17", "reported_for_you", MailTemplate.ColleagueReportedForYou, Party.Exposed);
                told.All(parties.Resolve(Party.Manager), "R1", "notice", MailTemplate.NewReport, Party.Manager);
                told.All(parties.Resolve(Party.SafetyRepresentative), "R1", "notice", MailTemplate.NewReport, Party.SafetyRepresentative);
                if (open.Incident.Report.WishedContactBy is "coordinator" or "next_manager")
                {
                    var wished = open.Incident.Report.WishedContactBy == "coordinator" ? Party.Coordinator : Party.NextManager;
                    told.All(parties.Resolve(wished), "R1", "notice", MailTemplate.NewReport, wished);
                }

                break;
            case "exposed_added":
                // Who stood there before has been told already.
                var added = open.Incident.Exposed.Single(person => person.Id == happened.About).UserId;
                told.All(exposed.Where(person => person == added && person != open.Incident.ReporterId), "R17", "reported_for_you", MailTemplate.ColleagueReportedForYou, Party.Exposed);
                break;
            case "acknowledged":
                told.All(exposed, "R1", step, MailTemplate.AcknowledgementSent, Party.Exposed);
                break;
            case "support_offered":
                told.All(OfferedTo(happened, open).Where(person => person != actor), "R8", $"support_offered:{happened.About}", MailTemplate.SupportOffered, Party.Exposed);
                break;
            case "closure_proposed":
                var asked = exposed.ToList();
                told.All(asked, "R12", step, MailTemplate.ClosureProposed, Party.Exposed);
                if (asked.Count == 0)
                {
                    told.All(parties.Resolve(Party.SafetyRepresentative), "R12", step, MailTemplate.ClosureProposed, Party.SafetyRepresentative);
                }

                break;
            case "closure_objected":
                told.All(parties.Resolve(Party.NextManager), "R12", step, MailTemplate.ClosureObjected, Party.NextManager);
                told.All(parties.Resolve(Party.Manager), "R12", step, MailTemplate.ClosureObjected, Party.Manager);
                break;
            case "closed":
                told.All(Exposed(open), "R17", step, MailTemplate.CaseClosed, Party.Exposed);
                told.All(parties.Resolve(Party.Manager).Where(person => person != actor), "R12", step, MailTemplate.CaseClosed, Party.Manager);
                told.All(parties.Resolve(Party.SafetyRepresentative).Where(person => person != actor), "R12", step, MailTemplate.CaseClosed, Party.SafetyRepresentative);
                break;
            case "reopened":
                told.All(parties.Resolve(Party.Manager).Where(person => person != actor), "R1", step, MailTemplate.CaseReopened, Party.Manager);
                told.All(parties.Resolve(Party.SafetyRepresentative).Where(person => person != actor), "R1", step, MailTemplate.CaseReopened, Party.SafetyRepresentative);
                told.All(exposed, "R17", step, MailTemplate.CaseReopened, Party.Exposed);
                break;
            case "handed_over" when open.Incident.HandlerId is { } handler && handler != actor:
                told.One(handler, "R1", step, MailTemplate.Handover, Party.Manager);
                break;
            case "returned_upward" when open.Incident.HandlerId is { } above && above != actor:
                told.One(above, "R1", step, MailTemplate.TaskReturned, Party.NextManager);
                break;
        }
    }

    private static IEnumerable<UserId> Exposed(OpenCase open) =>
        open.Incident.Exposed.Where(exposed => exposed.UserId is not null).Select(exposed => exposed.UserId!.Value);

    private static IEnumerable<UserId> OfferedTo(IncidentEvent happened, OpenCase open)
    {
        var to = open.Incident.Offers.First(offer => offer.Id == happened.About).ExposedId;
        return open.Incident.Exposed.Where(exposed => exposed.UserId is not null && (to is null || exposed.Id == to)).Select(exposed => exposed.UserId!.Value);
    }

    private sealed class Told(OpenCase open, IReadOnlyList<Obligation> duties, IOutbox outbox)
    {
        private readonly HashSet<UserId> _told = [];

        public void All(IEnumerable<UserId> persons, string rule, string step, MailTemplate template, Party? as_)
        {
            foreach (var person in persons)
            {
                One(person, rule, step, template, as_);
            }
        }

        public void One(UserId person, string rule, string step, MailTemplate template, Party? as_)
        {
            if (!_told.Add(person) || open.Incident.IsKeptOut(person))
            {
                return;
            }

            var incident = open.Incident;
            outbox.Add(new MailOrder(
                incident.EmployerId, person, incident.Id, incident.Number, rule, step, template,
                Until(template), $"/incidents/{incident.Number}", BookedAt: null, incident.Id.Value.ToString(), as_));
        }

        // "Until when" is told where the mail asks for something.
        private DateTimeOffset? Until(MailTemplate template) => template switch
        {
            MailTemplate.NewReport or MailTemplate.Handover or MailTemplate.TaskReturned or MailTemplate.CaseReopened =>
                duties.Where(duty => duty is { DoneAt: null, CancelledAt: null, IsInformation: false }).Select(duty => (DateTimeOffset?)duty.DueAt).Min(),
            MailTemplate.ClosureProposed => open.Now + Incident.AnswerTime,
            _ => null,
        };
    }
}
