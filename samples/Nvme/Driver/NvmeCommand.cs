using System.Runtime.InteropServices;

namespace TopHalf.Samples.Nvme;

/// <summary>An entry of a submission queue, 64 bytes (NVM Express 1.4, section 4.2), and the commands that this driver sends.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct NvmeCommand
{
    /// <summary>Bytes.</summary>
    public const int Size = 64;

    /// <summary>Opcode in bits 7:0, the command's identifier in 31:16.</summary>
    public uint Dword0;

    /// <summary>NSID.</summary>
    public uint Namespace;

    private readonly ulong _reserved;
    private readonly ulong _metadata;

    /// <summary>PRP 1: the first page of data, which may begin anywhere in it.</summary>
    public ulong Page1;

    /// <summary>PRP 2: the second page, or the list of all that follow.</summary>
    public ulong Page2;

    /// <summary>Command dwords 10 to 15.</summary>
    public uint Dword10;

    /// <inheritdoc cref="Dword10"/>
    public uint Dword11;

    /// <inheritdoc cref="Dword10"/>
    public uint Dword12;

    private readonly uint _dword13;
    private readonly uint _dword14;
    private readonly uint _dword15;

    /// <summary>What it does.</summary>
    public readonly byte Opcode => (byte)Dword0;

    /// <summary>Which of the commands in flight it is.</summary>
    public readonly int Identifier => (int)(Dword0 >> 16);

    /// <summary>Identify (5.15): 4 KiB about the controller.</summary>
    public static NvmeCommand IdentifyController() => new() { Dword0 = NvmeOpcodes.Identify, Dword10 = 1 };

    /// <summary>Identify: 4 KiB about a namespace.</summary>
    public static NvmeCommand IdentifyNamespace(uint id) => new() { Dword0 = NvmeOpcodes.Identify, Namespace = id };

    /// <summary>Set Features, Number of Queues (5.21.1.7): asks for so many pairs; the result says how many there are.</summary>
    public static NvmeCommand SetQueueCount(int pairs)
        => new() { Dword0 = NvmeOpcodes.SetFeatures, Dword10 = 7, Dword11 = ((uint)pairs - 1) * 0x1_0001 };

    /// <summary>Create I/O Completion Queue (5.3), in one piece of memory.</summary>
    /// <param name="queue">The number.</param>
    /// <param name="entries">How many.</param>
    /// <param name="address">Where.</param>
    /// <param name="vector">Its interrupt; null for a queue that is polled.</param>
    public static NvmeCommand CreateCompletionQueue(int queue, int entries, ulong address, int? vector)
        => new()
        {
            Dword0 = NvmeOpcodes.CreateCompletionQueue,
            Page1 = address,
            Dword10 = (uint)queue | ((uint)(entries - 1) << 16),
            Dword11 = 1 | (vector is int number ? 2 | ((uint)number << 16) : 0),
        };

    /// <summary>Create I/O Submission Queue (5.4), with the completion queue of the same number.</summary>
    public static NvmeCommand CreateSubmissionQueue(int queue, int entries, ulong address)
        => new()
        {
            Dword0 = NvmeOpcodes.CreateSubmissionQueue,
            Page1 = address,
            Dword10 = (uint)queue | ((uint)(entries - 1) << 16),
            Dword11 = 1 | ((uint)queue << 16),
        };

    /// <summary>Read (6.9).</summary>
    /// <param name="nsid">The namespace.</param>
    /// <param name="block">The first block.</param>
    /// <param name="count">Blocks, 1 to 65,536.</param>
    public static NvmeCommand Read(uint nsid, ulong block, int count)
        => new()
        {
            Dword0 = NvmeOpcodes.Read,
            Namespace = nsid,
            Dword10 = (uint)block,
            Dword11 = (uint)(block >> 32),
            Dword12 = (uint)(count - 1),
        };
}
