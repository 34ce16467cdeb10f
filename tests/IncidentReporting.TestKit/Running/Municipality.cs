using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.TestKit.Running;

/// <summary>An employer made as an administrator makes one: by the command and over the interface. Its people have access tokens.</summary>
public sealed class Municipality
{
    public const string Password = "ett-långt-lösenord";
    public const int Reporters = 4;
    public const string FirstReporter = "Rapporteraren Namnsdotter";

    private static readonly Lazy<Task<(Installation Data, Municipality People)>> Made = new(MakeAsync);

    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    private Municipality()
    {
    }

    public static string AddressOf(string name) => $"{name}@kommun.example";

    /// <summary>On the embedded database, with data of its own; made once for the test run and then copied.</summary>
    public static async Task<(Installation Data, Municipality People)> CopyAsync()
    {
        var (data, people) = await Made.Value;
        return (data.Copy(), people);
    }

    /// <summary>Makes it on any database; ends with no service running.</summary>
    public static async Task<Municipality> MakeAsync(Installation data)
    {
        var made = await data.RunAsync(Password, "create-admin", "--user-name", AddressOf("admin"), "--name", "Ada Admin", "--employer", "Testkommun");
        if (made.ExitCode != 0)
        {
            throw new InvalidOperationException(made.Errors);
        }

        var people = new Municipality();
        await using var service = await data.StartAsync();
        await people.FillAsync(service);
        await service.StopAsync();
        return people;
    }

    public HttpClient Client(Service service, string name) => service.Client(_tokens[name]);

    public string TokenOf(string name) => _tokens[name];

    public static async Task ForgetAsync()
    {
        if (Made.IsValueCreated)
        {
            await (await Made.Value).Data.DisposeAsync();
        }
    }

    private static async Task<(Installation Data, Municipality People)> MakeAsync()
    {
        var data = await Installation.EmptyAsync();
        return (data, await MakeAsync(data));
    }

    private async Task FillAsync(Service service)
    {
        _tokens["admin"] = await TokenAsync(service, "admin");
        var admin = Client(service, "admin");
        var department = await UnitAsync(admin, "Förvaltning", parent: null);
        var unit = await UnitAsync(admin, "Mottagning", department);
        await AddAsync(service, admin, "head", "Hedda Chef", department, "manager");
        await AddAsync(service, admin, "manager", "Maja Chef", unit, "manager");
        await AddAsync(service, admin, "deputy", "Dag Ersättare", unit, "deputy");
        await AddAsync(service, admin, "rep", "Rut Ombud", unit, "safety_representative");
        for (var number = 1; number <= Reporters; number++)
        {
            await AddAsync(service, admin, $"employee{number}", number == 1 ? FirstReporter : $"Anställd {number}", unit, "employee");
        }
    }

    private static async Task<string> UnitAsync(HttpClient admin, string name, string? parent) =>
        (string)(await admin.SendAsync("/units", new JsonObject { ["name"] = name, ["parentId"] = parent }))["id"]!;

    /// <summary>One more, whose token only the data of this service knows.</summary>
    public async Task AddAsync(Service service, string name, string fullName, string role)
    {
        using var admin = Client(service, "admin");
        var unit = (string)(await admin.ReadAsync("/units"))["items"]!.AsArray().First(unit => unit!["parentId"] is not null)!["id"]!;
        await AddAsync(service, admin, name, fullName, unit, role);
    }

    private async Task AddAsync(Service service, HttpClient admin, string name, string fullName, string unit, string role)
    {
        var roles = new JsonArray(new JsonObject { ["role"] = role, ["unitId"] = unit });
        await admin.SendAsync("/users", new JsonObject
        {
            ["userName"] = AddressOf(name),
            ["name"] = fullName,
            ["password"] = Password,
            ["unitId"] = unit,
            ["roles"] = roles,
        });
        _tokens[name] = await TokenAsync(service, name);
    }

    private static async Task<string> TokenAsync(Service service, string name)
    {
        using var client = service.Client();
        await client.SendAsync("/session", new JsonObject { ["userName"] = AddressOf(name), ["password"] = Password }, HttpStatusCode.NoContent);
        client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", (string)(await client.ReadAsync("/session/csrf"))["token"]!);
        return (string)(await client.SendAsync("/access-tokens", new JsonObject { ["name"] = "test" }))["token"]!;
    }
}
