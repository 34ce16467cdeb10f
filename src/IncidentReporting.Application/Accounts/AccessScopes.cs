using System.Text.RegularExpressions;

namespace IncidentReporting.Application.Accounts;

/// <summary>What a token may be used for: <c>read</c> or <c>write</c> for everything, a part of the interface (<c>incidents</c>), or one with what (<c>incidents:read</c>). To write includes to read. A token never allows more than its person may.</summary>
public static partial class AccessScopes
{
    public const int Length = 60;
    public const int Most = 15;

    private const string Read = "read";
    private const string Write = "write";

    public static bool IsScope(string? scope) => scope is { Length: <= Length } && Form().IsMatch(scope);

    /// <param name="part">The first part of the path below the base, such as incidents or statistics.</param>
    public static bool Allow(IReadOnlyList<string> scopes, string part, bool writes)
    {
        var name = part.Replace('-', '_');
        return scopes.Any(scope => scope.Split(':') switch
        {
            [Write] => true,
            [Read] => !writes,
            [var of] => of == name,
            [var of, var what] => of == name && (what == Write || !writes),
            _ => false,
        });
    }

    /// <summary>True when a token of these scopes may do all that the other scope allows.</summary>
    public static bool Cover(IReadOnlyList<string> scopes, string other) => other.Split(':') switch
    {
        [Write] => scopes.Contains(Write, StringComparer.Ordinal),
        [Read] => scopes.Any(scope => scope is Read or Write),
        [var part] => Allow(scopes, part, writes: true),
        [var part, var what] => Allow(scopes, part, writes: what == Write),
        _ => false,
    };

    [GeneratedRegex("^[a-z][a-z_]*(:(read|write))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
