using System.Collections.Frozen;
using System.Reflection;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Access;

/// <summary>The one table of who may do what. Every route and every page names its row here.</summary>
public static partial class Operations
{
    public static readonly Operation SignIn = Anyone("session.start");
    public static readonly Operation SignOut = Anyone("session.end");

    // Fetched together with the survey's page, and so as nameless.
    public static readonly Operation ReadAssets = Anyone("assets.read") with { IsNameless = true };

    public static readonly Operation ReadPublicPages = Anyone("pages.read_public");
    public static readonly Operation ReadPages = SignedIn("pages.read");
    public static readonly Operation ReadCsrfToken = SignedIn("session.csrf");
    public static readonly Operation ReadMe = SignedIn("me.read");
    public static readonly Operation ChangePassword = SignedIn("me.change_password");
    public static readonly Operation ChangeLanguage = SignedIn("me.change_language");
    public static readonly Operation SendFeedback = Anyone("feedback.send");
    public static readonly Operation ListSessions = SignedIn("sessions.list");
    public static readonly Operation RevokeSession = SignedIn("sessions.revoke");
    public static readonly Operation ListAccessTokens = SignedIn("access_tokens.list");
    public static readonly Operation CreateAccessToken = SignedIn("access_tokens.create");
    public static readonly Operation RevokeAccessToken = SignedIn("access_tokens.revoke");
    public static readonly Operation ReadCodeLists = SignedIn("code_lists.read");
    public static readonly Operation ReadLegalCards = SignedIn("legal_cards.read");
    public static readonly Operation ReadRulePacks = SignedIn("rule_packs.read");
    public static readonly Operation ReadOffenceHints = SignedIn("offence_hints.read");
    public static readonly Operation ReadFollowUpPolicy = SignedIn("follow_up_policy.read");
    public static readonly Operation ChangeFollowUpPolicy = Only("follow_up_policy.change", Role.Administrator);
    public static readonly Operation ListTasks = SignedIn("tasks.list");
    public static readonly Operation ListMeasureRequests = Only("measure_requests.list", Watching);
    public static readonly Operation CreateMeasureRequest = Only("measure_requests.create", Role.SafetyRepresentative, Role.HeadSafetyRepresentative);
    public static readonly Operation AnswerMeasureRequest = Only("measure_requests.answer", Role.Manager, Role.Deputy);
    public static readonly Operation CloseMeasureRequest = Only("measure_requests.close", Role.SafetyRepresentative, Role.HeadSafetyRepresentative);
    public static readonly Operation ForwardMeasureRequest = Only("measure_requests.forward", Role.SafetyRepresentative, Role.HeadSafetyRepresentative);
    public static readonly Operation ReadMeasureRequest = Only("measure_requests.read", Watching);
    public static readonly Operation ReadWorkStop = Only("work_stops.read", Watching);
    public static readonly Operation ListSavedViews = SignedIn("saved_views.list");
    public static readonly Operation SaveView = SignedIn("saved_views.save");
    public static readonly Operation DeleteSavedView = SignedIn("saved_views.delete");
    public static readonly Operation ReadCalendar = SignedIn("calendar.read");
    public static readonly Operation ReadCalendarLink = SignedIn("calendar_link.read");
    public static readonly Operation CreateCalendarLink = SignedIn("calendar_link.create");
    public static readonly Operation RevokeCalendarLink = SignedIn("calendar_link.revoke");
    public static readonly Operation ReadCalendarFeed = Anyone("calendar.read_feed");
    public static readonly Operation ReadServiceState = Only("service_state.read", Role.Administrator);
    public static readonly Operation ListWorkStops = Only("work_stops.list", Watching);
    public static readonly Operation CreateWorkStop = Only("work_stops.create", Role.SafetyRepresentative, Role.HeadSafetyRepresentative);
    public static readonly Operation UpdateWorkStop = Only("work_stops.update", Role.SafetyRepresentative, Role.HeadSafetyRepresentative);

    public static readonly Operation ListUnits = SignedIn("units.list");
    public static readonly Operation CreateUnit = Only("units.create", Role.Administrator);
    public static readonly Operation ChangeUnit = Only("units.change", Role.Administrator);
    public static readonly Operation ReviewRoutine = Only("units.review_routine", Role.Manager, Role.Deputy, Role.Administrator);
    public static readonly Operation ListUsers = SignedIn("users.list");
    public static readonly Operation ReadUser = Only("users.read", Role.Administrator);
    public static readonly Operation CreateUser = Only("users.create", Role.Administrator);
    public static readonly Operation ChangeUser = Only("users.change", Role.Administrator);
    public static readonly Operation SetRoles = Only("users.set_roles", Role.Administrator);
    public static readonly Operation SetAbsences = SignedIn("users.set_absences");
    public static readonly Operation ReadAbsences = SignedIn("users.read_absences");
    public static readonly Operation ReadAdministration = Only("administration.read", Role.Administrator, Role.Coordinator);
    public static readonly Operation ListFeedback = Only("feedback.list", Role.Administrator);
    public static readonly Operation SettleFeedback = Only("feedback.settle", Role.Administrator);
    public static readonly Operation ReadSupportDirectory = SignedIn("support_directory.read");
    public static readonly Operation SetSupportDirectory = Only("support_directory.set", Role.Administrator, Role.Coordinator);
    public static readonly Operation ListCampaigns = SignedIn("campaigns.list");
    public static readonly Operation CreateCampaign = Only("campaigns.create", Role.Administrator, Role.Coordinator, Role.Manager, Role.Deputy);
    public static readonly Operation ChangeCampaign = Only("campaigns.change", Role.Administrator, Role.Coordinator, Role.Manager, Role.Deputy);
    public static readonly Operation ListMailMessages = Only("mail_messages.list", Role.Administrator);
    public static readonly Operation RetryMailMessage = Only("mail_messages.retry", Role.Administrator);
    public static readonly Operation SendTestMail = Only("mail_messages.test", Role.Administrator);
    public static readonly Operation ListLogEntries = Only("log_entries.list", Role.Auditor, Role.DataProtectionOfficer);
    public static readonly Operation ReadLogVerification = Only("log_verification.read", Role.Auditor, Role.DataProtectionOfficer);
    public static readonly Operation VerifyLog = Only("log_verification.make", Role.Auditor, Role.DataProtectionOfficer);
    public static readonly Operation ReadLogKey = Anyone("log_key.read");

    // Read on first use: while this class is being set up, the rows of its other file may not be there yet.
    private static readonly Lazy<FrozenDictionary<string, Operation>> Rows = new(() => typeof(Operations)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Operation>()
        .ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal));

    /// <summary>Every row of the table, by name.</summary>
    public static IReadOnlyDictionary<string, Operation> All => Rows.Value;

    private static Role[] Watching =>
        [Role.SafetyRepresentative, Role.HeadSafetyRepresentative, Role.Manager, Role.Deputy, Role.Coordinator];

    private static Operation Anyone(string name) => new(name, Audience.Anyone, FrozenSet<Role>.Empty);

    private static Operation SignedIn(string name) => new(name, Audience.SignedIn, FrozenSet<Role>.Empty);

    private static Operation Only(string name, params Role[] roles) => new(name, Audience.Roles, roles.ToFrozenSet());
}
