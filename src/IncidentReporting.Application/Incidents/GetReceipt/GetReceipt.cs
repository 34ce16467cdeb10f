using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Evidence;
using MediatR;

namespace IncidentReporting.Application.Incidents.GetReceipt;

/// <summary>A signed statement of which file was received when, without anything of what it holds: it can be given to anyone, and be checked with the public key alone.</summary>
public sealed record GetReceiptQuery(CaseReference Case, Guid AttachmentId) : IQuery<ReceiptView>;

/// <param name="Sha256">Of the file as received, lower hexadecimal.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IssuedAt">When the receipt was signed.</param>
/// <param name="KeyId">Of the key that signed: the first 16 digits of the SHA-256 of the public key.</param>
/// <param name="Algorithm">ECDSA P-256 with SHA-256; the signature in DER.</param>
/// <param name="Signed">The very text that is signed, in UTF-8; it says the same as the members beside it.</param>
/// <param name="Signature">Base64.</param>
public sealed record ReceiptView(
    Guid AttachmentId, string? CaseNumber, string Sha256, long Size, DateTimeOffset ReceivedAt, DateTimeOffset IssuedAt, string KeyId, string Algorithm,
    string Signed, string Signature);

/// <summary>The public part of the key that receipts are signed with.</summary>
public sealed record GetEvidenceKeyQuery : IQuery<EvidenceKeyView>;

public sealed record EvidenceKeyView(string KeyId, string Algorithm, string PublicKey);

/// <summary>Signs receipts with a key of the installation's own.</summary>
public interface IReceiptSigner
{
    string KeyId { get; }

    byte[] Sign(ReadOnlySpan<byte> content);

    /// <summary>PEM.</summary>
    string PublicKey();
}

internal sealed class GetReceiptHandler(EvidenceDesk desk, IReceiptSigner signer) : IRequestHandler<GetReceiptQuery, ReceiptView>
{
    public const string Algorithm = "ECDSA-P256-SHA256";

    public async Task<ReceiptView> Handle(GetReceiptQuery query, CancellationToken cancellationToken)
    {
        var evidence = await desk.FindAsync(query.Case, query.AttachmentId, cancellationToken);
        await desk.ConfirmAsync(evidence, cancellationToken);
        var (file, open) = (evidence.Attachment, evidence.Case);
        var signed = JsonSerializer.Serialize(
            new Statement("evidence_receipt_v1", file.Id, open.Incident.Number, file.Sha256, file.Size, Stamp(file.At), Stamp(open.Now), signer.KeyId), StatementJson.Default.Statement);
        var signature = Convert.ToBase64String(signer.Sign(Encoding.UTF8.GetBytes(signed)));
        await desk.LogAsync(evidence, "evidence_receipt_made", cancellationToken);
        return new ReceiptView(file.Id, open.Incident.Number, file.Sha256, file.Size, file.At, open.Now, signer.KeyId, Algorithm, signed, signature);
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

internal sealed class GetEvidenceKeyHandler(IReceiptSigner signer) : IRequestHandler<GetEvidenceKeyQuery, EvidenceKeyView>
{
    public Task<EvidenceKeyView> Handle(GetEvidenceKeyQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(new EvidenceKeyView(signer.KeyId, GetReceiptHandler.Algorithm, signer.PublicKey()));
}

/// <summary>What is signed: one line of JSON, its members in this order.</summary>
internal sealed record Statement(string Type, Guid AttachmentId, string? CaseNumber, string Sha256, long Size, string ReceivedAt, string IssuedAt, string KeyId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Statement))]
internal sealed partial class StatementJson : JsonSerializerContext;
