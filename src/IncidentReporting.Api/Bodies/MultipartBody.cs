using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Api.Bodies;

/// <summary>A form with one file and the fields that may come beside it; a field that nobody asked for is an error that names it.</summary>
internal static class MultipartBody
{
    private static readonly object FingerprintKey = new();

    /// <summary>SHA-256 over the parts, not the bytes of the form: their boundary differs each time the same form is sent. Null where no form was read.</summary>
    public static string? FingerprintOf(HttpContext context) => context.Items[FingerprintKey] as string;

    /// <param name="names">The fields that may come beside the file.</param>
    /// <param name="keep">Takes in the file as it comes, and answers its SHA-256.</param>
    public static async Task<StreamedForm> ReadAsync(HttpContext context, IReadOnlySet<string> names, Func<string?, Stream, Task<string>> keep)
    {
        var fileHash = string.Empty;
        var form = await StreamedForm.ReadAsync(context.Request, async (so, content) => fileHash = await keep(so.FileName, content), context.RequestAborted);
        var errors = ErrorsOf(form, names);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        context.Items[FingerprintKey] = Fingerprint(form, fileHash);
        return form;
    }

    private static Dictionary<string, string[]> ErrorsOf(StreamedForm form, IReadOnlySet<string> names)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, text) in form.Fields)
        {
            if (!names.Contains(name))
            {
                errors[name] = [ProblemTexts.Get("member.unknown")];
            }
            else if (form.Twice.Contains(name))
            {
                errors[name] = [ProblemTexts.Get("member.twice")];
            }
            else if (text.Contains('\0', StringComparison.Ordinal))
            {
                errors[name] = [ProblemTexts.Get("member.nul")];
            }
        }

        if (!form.HasFile || form.Twice.Contains(StreamedForm.FileField))
        {
            errors[StreamedForm.FileField] = [ProblemTexts.Get(form.HasFile ? "member.twice" : "member.required")];
        }

        return errors;
    }

    private static string Fingerprint(StreamedForm form, string fileHash)
    {
        var parts = new StringBuilder();
        foreach (var (name, text) in form.Fields)
        {
            parts.Append(name).Append('=').Append(text.Length).Append(':').AppendLine(text);
        }

        parts.Append(StreamedForm.FileField).Append('=').Append(fileHash).Append(':').AppendLine(form.FileName);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
    }
}
