using System.Net.Mail;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Users;

internal static class UserNames
{
    public static bool IsOne(string? text) =>
        text?.Trim() is { Length: > 0 and <= Person.EmailLength } address
        && !address.Any(char.IsControl)
        && MailAddress.TryCreate(address, out var parsed)
        && parsed.Address == address;

    public static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= Person.NameLength && !text.Any(char.IsControl);

    public static bool IsLanguage(string? text) => text is null or "sv" or "en";
}
