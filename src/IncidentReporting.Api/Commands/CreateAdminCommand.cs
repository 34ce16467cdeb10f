using IncidentReporting.Application.Accounts.CreateAdministrator;
using IncidentReporting.Infrastructure.Persistence;
using MediatR;

namespace IncidentReporting.Api.Commands;

/// <summary><c>create-admin --user-name ADDRESS [--name NAME] [--employer NAME] [--sector CODE]</c>; the password is read from standard input.</summary>
internal sealed class CreateAdminCommand : IProgramCommand
{
    public string Name => "create-admin";

    public IReadOnlyDictionary<string, bool> Options { get; } =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["user-name"] = true, ["name"] = true, ["employer"] = true, ["sector"] = true };

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        var userName = options.Text("user-name") ?? throw new CommandException("create-admin needs --user-name ADDRESS, and --employer NAME where there is none yet.");
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        var command = new CreateAdministratorCommand(
            userName, options.Text("name") ?? userName, options.Text("employer"), options.Text("sector") ?? "municipality", ReadPassword());
        var made = await services.GetRequiredService<IMediator>().Send(command, cancellationToken);
        Console.WriteLine(made.MadeEmployer ? "The employer and the administrator are made." : "The administrator is made.");
    }

    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? string.Empty;
        }

        Console.Error.Write("Password: ");
        var typed = new List<char>();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Count > 0)
            {
                typed.RemoveAt(typed.Count - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Add(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return new string([.. typed]);
    }
}
