namespace TopHalf.Samples.Nvme;

/// <summary>How a command ended (NVM Express 1.4, section 4.6.1): the upper 15 bits of a completion's last dword.</summary>
public readonly record struct NvmeStatus(int Value)
{
    private static readonly string[] Types = ["generic", "command specific", "media and data integrity", "path related"];

    /// <summary>A status of a type and a code.</summary>
    public NvmeStatus(int type, int code)
        : this((type << 8) | code)
    {
    }

    /// <summary>SCT, 0 to 7.</summary>
    public int Type => Value >> 8 & 7;

    /// <summary>SC, 0 to 255; what it means depends on the type.</summary>
    public int Code => Value & 0xFF;

    /// <summary>Whether it was done.</summary>
    public bool IsSuccess => (Value & 0x7FF) == 0;

    /// <summary>As in <c>status type 0 (generic), code 0x80 (LBA out of range)</c>.</summary>
    public override string ToString()
    {
        string type = Type < Types.Length ? Types[Type] : Type == 7 ? "vendor specific" : "reserved";
        return $"status type {Type} ({type}), code 0x{Code:X2}{(Meaning is { } meaning ? $" ({meaning})" : "")}";
    }

    private string? Meaning => (Type, Code) switch
    {
        (0, 0x00) => "success",
        (0, 0x01) => "invalid command opcode",
        (0, 0x02) => "invalid field in command",
        (0, 0x04) => "data transfer error",
        (0, 0x06) => "internal error",
        (0, 0x07) => "command abort requested",
        (0, 0x08) => "aborted: the submission queue was deleted",
        (0, 0x0B) => "invalid namespace or format",
        (0, 0x13) => "invalid PRP offset",
        (0, 0x80) => "LBA out of range",
        (0, 0x82) => "namespace not ready",
        (1, 0x00) => "completion queue invalid",
        (1, 0x01) => "invalid queue identifier",
        (1, 0x02) => "invalid queue size",
        (1, 0x08) => "invalid interrupt vector",
        (2, 0x81) => "unrecovered read error",
        (2, 0x86) => "access denied",
        _ => null,
    };
}
