using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncidentReporting.Web.Tests;

/// <summary>
/// A form of a page, filled by the names of its fields and sent as a browser sends it: with all that stands in it already, hidden fields and the pressed
/// button among it. A browser's own checks (required, maxlength) are left out, so that the server's are met. Filling what is not there fails and says what is.
/// </summary>
internal sealed class Form(Browser browser, Page page, Uri address, IHtmlFormElement form)
{
    public const string AntiforgeryField = "__RequestVerificationToken";

    private readonly List<(string Name, string FileName, byte[] Content, string MediaType)> _files = [];

    public IReadOnlyList<string> Fields => [.. Named().Select(input => input.GetAttribute("name")!).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<string> Buttons => [.. form.Elements.Where(IsSubmit).Select(ButtonText)];

    /// <summary>What would be sent under the name; null when nothing would.</summary>
    public string? Value(string name) => Values(name) is [var first, ..] ? first : null;

    public IReadOnlyList<string> Values(string name) => [.. Entries(button: null).Where(entry => entry.Name == name).Select(entry => entry.Value)];

    /// <summary>What can be chosen under the name: of a select, of radio buttons or of checkboxes.</summary>
    public IReadOnlyList<string> Choices(string name) => [.. FieldsOf(name).SelectMany(field =>
        field is IHtmlSelectElement select ? select.Options.Select(option => option.Value) : [((IHtmlInputElement)field).Value])];

    /// <summary>Types into a text field or an area, or chooses in a select (by value or words) or among radio buttons (by value).</summary>
    public Form Fill(string name, string value)
    {
        var fields = FieldsOf(name).Where(field => !IsDisabled(field)).ToList();
        switch (fields)
        {
            case [IHtmlTextAreaElement area]:
                area.Value = value;
                break;
            case [IHtmlSelectElement select]:
                var option = select.Options.FirstOrDefault(option => option.Value == value) ?? select.Options.FirstOrDefault(option => Page.TextOf(option) == value)
                    ?? throw page.Failure($"has no choice “{value}” for {name}, but {string.Join(", ", select.Options.Select(option => option.Value))}");
                if (!select.IsMultiple)
                {
                    foreach (var other in select.Options)
                    {
                        other.IsSelected = false;
                    }
                }

                option.IsSelected = true;
                break;
            case [IHtmlInputElement { Type: "radio" }, ..] radios:
                var inputs = radios.Cast<IHtmlInputElement>().ToList();
                var chosen = inputs.FirstOrDefault(radio => radio.Value == value)
                    ?? throw page.Failure($"has no choice “{value}” for {name}, but {string.Join(", ", inputs.Select(radio => radio.Value))}");
                inputs.ForEach(radio => radio.IsChecked = radio == chosen);
                break;
            case [IHtmlInputElement { Type: not ("checkbox" or "file" or "hidden" or "submit") } input]:
                input.Value = value;
                break;
            default:
                throw page.Failure($"has no one field {name} to fill in {this}");
        }

        return this;
    }

    /// <summary>Ticks a box: the only one of its name, or those with these values.</summary>
    public Form Check(string name, params string[] values) => Tick(name, values, isChecked: true);

    public Form Uncheck(string name, params string[] values) => Tick(name, values, isChecked: false);

    public Form Attach(string name, string fileName, byte[] content, string mediaType = "application/octet-stream")
    {
        if (FieldsOf(name) is not [IHtmlInputElement { Type: "file" }])
        {
            throw page.Failure($"has no field {name} for files in {this}");
        }

        _files.Add((name, fileName, content, mediaType));
        return this;
    }

    /// <summary>Changes what a person cannot: hidden fields, and values that no field offers.</summary>
    public Form Forge(string name, string value)
    {
        foreach (var field in FieldsOf(name))
        {
            field.SetAttribute("value", value);
            if (field is IHtmlInputElement input)
            {
                input.Value = value;
            }
            else if (field is IHtmlSelectElement { Options: [var option, ..] })
            {
                option.SetAttribute("value", value);
                option.IsSelected = true;
            }
        }

        return this;
    }

    /// <summary>Presses the button with the words, or with that name or name=value; without any, the first one, as Enter does.</summary>
    public Task<Page> SubmitAsync(string? button = null)
    {
        var buttons = form.Elements.Where(field => IsSubmit(field) && !IsDisabled(field)).ToList();
        var pressed = button is null
            ? buttons.FirstOrDefault()
            : buttons.FirstOrDefault(candidate => ButtonText(candidate) == button)
                ?? buttons.FirstOrDefault(candidate => candidate.GetAttribute("name") == button || $"{candidate.GetAttribute("name")}={candidate.GetAttribute("value")}" == button)
                ?? throw page.Failure($"has no button “{button}”, but {string.Join(", ", Buttons)}");
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? string.Empty;
        var method = pressed?.GetAttribute("formmethod") ?? form.GetAttribute("method") ?? "get";
        var target = new Uri(address, action);
        var entries = Entries(pressed).ToList();
        if (!string.Equals(method, "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', entries.Select(entry => $"{Uri.EscapeDataString(entry.Name)}={Uri.EscapeDataString(entry.Value)}"));
            return browser.SendAsync(HttpMethod.Get, new UriBuilder(target) { Query = query, Fragment = string.Empty }.Uri, content: null, address);
        }

        HttpContent content = string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? Multipart(entries)
            : new FormUrlEncodedContent(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
        return browser.SendAsync(HttpMethod.Post, target, content, address);
    }

    public override string ToString() => $"{form.Id} {form.GetAttribute("action")} [{string.Join(", ", Fields)}] ({string.Join(", ", Buttons)})";

    internal static bool IsSubmit(IElement element) => element switch
    {
        IHtmlButtonElement button => button.GetAttribute("type") is null or "submit",
        IHtmlInputElement input => input.Type is "submit" or "image",
        _ => false,
    };

    internal static string ButtonText(IElement button) =>
        button.GetAttribute("aria-label") ?? (button is IHtmlInputElement input ? input.Value : Page.TextOf(button));

    private Form Tick(string name, string[] values, bool isChecked)
    {
        var boxes = FieldsOf(name).OfType<IHtmlInputElement>().Where(input => input.Type == "checkbox" && !IsDisabled(input)).ToList();
        if (values.Length == 0)
        {
            values = boxes is [var only] ? [only.Value] : throw page.Failure($"has {boxes.Count} boxes {name} in {this}");
        }

        foreach (var value in values)
        {
            var box = boxes.FirstOrDefault(candidate => candidate.Value == value)
                ?? throw page.Failure($"has no box {name} = “{value}”, but {string.Join(", ", boxes.Select(candidate => candidate.Value))}");
            box.IsChecked = isChecked;
        }

        return this;
    }

    private IEnumerable<(string Name, string Value)> Entries(IElement? button)
    {
        foreach (var field in Named().Where(field => !IsDisabled(field)))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(option => option.IsSelected && !option.IsDisabled))
                    {
                        yield return (name, option.Value);
                    }

                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value.ReplaceLineEndings("\r\n"));
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } input:
                    if (input.IsChecked)
                    {
                        yield return (name, input.HasAttribute("value") ? input.Value : "on");
                    }

                    break;
                case IHtmlInputElement { Type: "file" }:
                    break;
                case var _ when IsSubmit(field):
                    if (field == button)
                    {
                        yield return (name, field.GetAttribute("value") ?? string.Empty);
                    }

                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
            }
        }
    }

    private MultipartFormDataContent Multipart(List<(string Name, string Value)> entries)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in entries)
        {
            var part = new StringContent(value);
            part.Headers.ContentType = null;
            content.Add(part, name);
        }

        foreach (var (name, fileName, bytes, mediaType) in _files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            content.Add(part, name, fileName);
        }

        // A browser sends an empty part for a field without a file.
        foreach (var field in Named().Where(field => field is IHtmlInputElement { Type: "file" } && _files.TrueForAll(file => file.Name != field.GetAttribute("name"))))
        {
            var part = new ByteArrayContent([]);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field.GetAttribute("name")}\"", FileName = "\"\"" };
            content.Add(part);
        }

        return content;
    }

    private IEnumerable<IHtmlElement> Named() => form.Elements.Where(field => !string.IsNullOrEmpty(field.GetAttribute("name")));

    private List<IHtmlElement> FieldsOf(string name)
    {
        var fields = Named().Where(field => field.GetAttribute("name") == name).ToList();

        // The hidden twin that says "unticked" goes with its box.
        return fields.Exists(field => field is not IHtmlInputElement { Type: "hidden" }) ? [.. fields.Where(field => field is not IHtmlInputElement { Type: "hidden" })]
            : fields.Count > 0 ? fields
            : throw page.Failure($"has no field {name} in {this}");
    }

    private static bool IsDisabled(IElement field) => field.HasAttribute("disabled") || field.Closest("fieldset[disabled]") is not null;
}
