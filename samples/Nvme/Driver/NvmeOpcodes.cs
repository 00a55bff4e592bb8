namespace TopHalf.Samples.Nvme;

/// <summary>Opcodes (NVM Express 1.4, figures 139 and 346). An opcode means one thing to the admin queue and another to the others.</summary>
internal static class NvmeOpcodes
{
    public const byte DeleteSubmissionQueue = 0x00;
    public const byte CreateSubmissionQueue = 0x01;
    public const byte DeleteCompletionQueue = 0x04;
    public const byte CreateCompletionQueue = 0x05;
    public const byte Identify = 0x06;
    public const byte SetFeatures = 0x09;

    /// <summary>Of the NVM command set.</summary>
    public const byte Read = 0x02;

    public static string NameOf(byte opcode, bool admin) => (admin, opcode) switch
    {
        (true, DeleteSubmissionQueue) => "Delete I/O Submission Queue",
        (true, CreateSubmissionQueue) => "Create I/O Submission Queue",
        (true, DeleteCompletionQueue) => "Delete I/O Completion Queue",
        (true, CreateCompletionQueue) => "Create I/O Completion Queue",
        (true, Identify) => "Identify",
        (true, SetFeatures) => "Set Features",
        (false, Read) => "Read",
        _ => $"{(admin ? "admin" : "I/O")} command 0x{opcode:X2}",
    };
}
