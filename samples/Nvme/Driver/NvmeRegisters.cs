namespace TopHalf.Samples.Nvme;

/// <summary>Registers of a controller, in BAR 0 (NVM Express 1.4, section 3.1). All numbers are little-endian.</summary>
internal static class NvmeRegisters
{
    /// <summary>CAP, 64 bits.</summary>
    public const uint Capabilities = 0x00;

    /// <summary>VS: major in bits 31:16, minor in 15:8.</summary>
    public const uint Version = 0x08;

    /// <summary>CC.</summary>
    public const uint Configuration = 0x14;

    /// <summary>CSTS.</summary>
    public const uint Status = 0x1C;

    /// <summary>AQA: entries of the admin queues, less one each; completions in bits 27:16.</summary>
    public const uint AdminQueueAttributes = 0x24;

    /// <summary>ASQ, 64 bits.</summary>
    public const uint AdminSubmissionQueue = 0x28;

    /// <summary>ACQ, 64 bits.</summary>
    public const uint AdminCompletionQueue = 0x30;

    /// <summary>Where the doorbells begin: two for each queue pair, the submission queue's tail and the completion queue's head.</summary>
    public const uint Doorbells = 0x1000;

    /// <summary>CC.EN.</summary>
    public const uint Enable = 1;

    /// <summary>CC.IOSQES and CC.IOCQES: entries of 2⁶ and 2⁴ bytes. Pages of 4 KiB and the NVM command set are the zeros of the rest.</summary>
    public const uint EntrySizes = (6 << 16) | (4 << 20);

    /// <summary>CSTS.RDY.</summary>
    public const uint Ready = 1;

    /// <summary>CSTS.CFS: the controller has stopped for good, until it is reset.</summary>
    public const uint FatalStatus = 2;

    /// <summary>Class code of an NVMe controller, as configuration space has it above the revision (section 2.1.5).</summary>
    public const uint Class = 0x01_08_02;

    /// <summary>The offset of a doorbell.</summary>
    /// <param name="queue">The queue pair's number; 0 is the admin queue's.</param>
    /// <param name="completion">The completion queue's head; otherwise the submission queue's tail.</param>
    /// <param name="stride">Bytes from one to the next, 4 « CAP.DSTRD.</param>
    public static uint Doorbell(int queue, bool completion, int stride)
        => Doorbells + (((2 * (uint)queue) + (completion ? 1u : 0)) * (uint)stride);
}
