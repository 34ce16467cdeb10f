using System.Globalization;

namespace IncidentReporting.Api.Commands;

/// <summary>The options and other arguments that a command was given.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>What is not an option, such as the name of a file.</summary>
    public List<string> Rest { get; } = [];

    public static CommandOptions Parse(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, bool> known)
    {
        var options = new CommandOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                options.Rest.Add(argument);
                continue;
            }

            var (name, value) = argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (argument[2..at], argument[(at + 1)..]) : (argument[2..], null);
            if (!known.TryGetValue(name, out var needsValue))
            {
                throw new CommandException($"Unknown option --{name}.");
            }

            if (needsValue)
            {
                value ??= ++index < arguments.Count ? arguments[index] : throw new CommandException($"--{name} needs a value.");
            }

            options._values[name] = value ?? string.Empty;
        }

        return options;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public int Number(string name, int otherwise, int least, int most) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"--{name} must be a whole number from {least} to {most}."));
}
