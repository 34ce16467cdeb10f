using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentReporting.Api.Tests;

/// <summary>Sends raw JSON and reads answers as the interface promises them.</summary>
internal static class Answers
{
    public static Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, HttpMethod method, string path, string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, string body, params (string Name, string Value)[] headers) =>
        client.SendJsonAsync(HttpMethod.Post, path, body, headers);

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

    /// <summary>The problem that the answer must be, with all that every problem has.</summary>
    public static async Task<JsonObject> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string? code = null)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = await answer.JsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)problem["status"]!, Is.EqualTo((int)status));
            Assert.That((string)problem["type"]!, code is null ? Does.StartWith("urn:incidentreporting:problem:") : Is.EqualTo("urn:incidentreporting:problem:" + code));
            Assert.That((string)problem["title"]!, Is.Not.Empty);
            Assert.That((string)problem["detail"]!, Is.Not.Empty);
            Assert.That((string)problem["traceId"]!, Is.Not.Empty);
        }

        return problem;
    }

    public static IEnumerable<string> ErrorPaths(this JsonObject problem) => problem["errors"]!.AsObject().Select(error => error.Key);
}
