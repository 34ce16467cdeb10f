using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Incidents;

/// <summary>The use cases of a case on a database and a folder of their own, with a small employer.</summary>
internal sealed class CaseService : IAsyncDisposable
{
    private CaseService(TestService service, string folder) => (Service, Folder) = (service, folder);

    public TestService Service { get; }

    public string Folder { get; }

    public DateTimeOffset Now => Service.Now;

    public TestOrganisation Employer { get; private set; } = null!;

    public Person Exposed { get; private set; } = null!;

    public Person Colleague { get; private set; } = null!;

    public Person Manager { get; private set; } = null!;

    public Person Representative { get; private set; } = null!;

    public Person Coordinator { get; private set; } = null!;

    public Person Outsider { get; private set; } = null!;

    public Person Officer { get; private set; } = null!;

    public Person Administrator { get; private set; } = null!;

    public static async Task<CaseService> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("cases-").FullName;
        var service = await TestService.StartAsync(provider, services =>
        {
            services.AddIncidents();
            services.AddObligations();
            services.AddSingleton<IOutboxSignal, NoSignal>();
            services.AddScoped<IOutbox, Outbox>();
            services.AddScoped<IDigest, Digest>();
            services.AddEvidence(new EvidenceFolder(folder), new EvidenceKeyFolder(Path.Combine(folder, "keys")), ClamAvAddress.None);
            more?.Invoke(services);
        });
        var cases = new CaseService(service, folder);
        await cases.AddPeopleAsync();
        return cases;
    }

    public Task<IncidentView> ReportAsync(Person by, ReportInput input, bool draft = false) => Service.SendAsync(by.Id, new ReportCommand(input, draft));

    public ReportInput Report(Person exposed) => new()
    {
        Kinds = CodeSet.Of(["threat_direct.death"]),
        OccurredAt = Now.AddHours(-1),
        SafeNow = "yes",
        Exposed = [new ExposedInput(Self: false, exposed.Id, "direct", "social_secretary_authority")],
    };

    public async Task<IncidentView> AttachAsync(UserId by, CaseReference reference, byte[] content, string name = "fil.bin", Func<AttachCommand, AttachCommand>? told = null)
    {
        using var file = await Service.SendAsync(by, new ReceiveEvidenceQuery(reference, name, new MemoryStream(content)));
        var command = new AttachCommand(reference, file);
        return await Service.SendAsync(by, told?.Invoke(command) ?? command);
    }

    public static CaseReference Of(IncidentView view) => new(view.Id, Number: null);

    public static CaseText Text(string text) => CaseText.From(text)!;

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AddPeopleAsync()
    {
        Employer = TestOrganisation.Named("Arbetsgivarnamn", Now);
        var unit = Employer.AddUnit("Enhetsnamn", Employer.Top);
        var other = Employer.AddUnit("Annan enhet", Employer.Top);
        Exposed = Employer.AddPerson("Utsattnamn", unit, Role.Employee);
        Colleague = Employer.AddPerson("Kolleganamn", unit, Role.Employee);
        Manager = Employer.AddPerson("Chefsnamn", unit, Role.Manager);
        Representative = Employer.AddPerson("Ombudsnamn", unit, Role.SafetyRepresentative);
        Coordinator = Employer.AddPerson("Samordnarnamn", Employer.Top, Role.Coordinator);
        Outsider = Employer.AddPerson("Utomstående", other, Role.Employee);
        Officer = Employer.AddPerson("Dataskyddsnamn", Employer.Top, Role.DataProtectionOfficer);
        Administrator = Employer.AddPerson("Administratörsnamn", Employer.Top, Role.Administrator);
        await Employer.SaveAsync(Service);
    }

    private sealed class NoSignal : IOutboxSignal
    {
        public void Raise()
        {
        }
    }
}
