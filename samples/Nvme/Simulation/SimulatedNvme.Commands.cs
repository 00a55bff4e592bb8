using System.Buffers.Binary;

namespace TopHalf.Samples.Nvme;

/// <content>What commands do, and how wrong ones end.</content>
public sealed partial class SimulatedNvme
{
    private static readonly NvmeStatus Success = new(0, 0x00);
    private static readonly NvmeStatus InvalidOpcode = new(0, 0x01);
    private static readonly NvmeStatus InvalidField = new(0, 0x02);
    private static readonly NvmeStatus InvalidNamespace = new(0, 0x0B);
    private static readonly NvmeStatus InvalidPageOffset = new(0, 0x13);
    private static readonly NvmeStatus OutOfRange = new(0, 0x80);
    private static readonly NvmeStatus InvalidCompletionQueue = new(1, 0x00);
    private static readonly NvmeStatus InvalidQueue = new(1, 0x01);
    private static readonly NvmeStatus InvalidQueueSize = new(1, 0x02);
    private static readonly NvmeStatus InvalidVector = new(1, 0x08);

    private NvmeStatus DoAdmin(NvmeCommand command, ref uint result)
    {
        switch (command.Opcode)
        {
            case NvmeOpcodes.Identify:
                return Identify(command);
            case NvmeOpcodes.SetFeatures when (command.Dword10 & 0xFF) == 7:
                result = ((uint)_options.Queues - 1) * 0x1_0001;
                return Success;
            case NvmeOpcodes.SetFeatures:
                return InvalidField;
            case NvmeOpcodes.CreateCompletionQueue:
                return CreateCompletionQueue(command);
            case NvmeOpcodes.CreateSubmissionQueue:
                return CreateSubmissionQueue(command);
            default:
                return InvalidOpcode;
        }
    }

    private NvmeStatus Identify(NvmeCommand command)
    {
        byte[] controller = new byte[NvmeIdentity.Size];
        byte[] ofNamespace = new byte[NvmeIdentity.Size];
        _identity.Write(controller, ofNamespace);
        return command.Dword10 switch
        {
            1 => Transfer(command, controller),
            0 when command.Namespace == 1 => Transfer(command, ofNamespace),
            0 => InvalidNamespace,
            _ => InvalidField,
        };
    }

    private NvmeStatus CreateCompletionQueue(NvmeCommand command)
    {
        (int number, int entries) = QueueOf(command);
        bool interrupts = (command.Dword11 & 2) != 0;
        int vector = (int)(command.Dword11 >> 16);
        if (Refusal(command, number, entries, _completion) is { } refusal)
        {
            return refusal;
        }

        if (interrupts && vector >= _options.Vectors)
        {
            return InvalidVector;
        }

        lock (_state)
        {
            _completion[number] = new SimulatedCompletionQueue(command.Page1, entries, interrupts ? vector : null);
        }

        return Success;
    }

    private NvmeStatus CreateSubmissionQueue(NvmeCommand command)
    {
        (int number, int entries) = QueueOf(command);
        int completions = (int)(command.Dword11 >> 16);
        if (Refusal(command, number, entries, _submission) is { } refusal)
        {
            return refusal;
        }

        if (completions == 0 || completions >= _completion.Length || _completion[completions] is not { } queue)
        {
            return InvalidCompletionQueue;
        }

        lock (_state)
        {
            _submission[number] = new SimulatedSubmissionQueue(command.Page1, entries, queue);
        }

        return Success;
    }

    private static (int Number, int Entries) QueueOf(NvmeCommand command) => ((int)(command.Dword10 & 0xFFFF), (int)(command.Dword10 >> 16) + 1);

    private NvmeStatus? Refusal(NvmeCommand command, int number, int entries, object?[] table)
        => number == 0 || number >= table.Length || table[number] is not null ? InvalidQueue
            : entries < 2 || entries > _options.MaximumEntries ? InvalidQueueSize
            : (command.Dword11 & 1) == 0 ? InvalidField // not in one piece, which CAP.CQR rules out
            : (command.Page1 & (NvmeQueuePair.PageSize - 1)) != 0 ? InvalidPageOffset
            : null;

    private NvmeStatus DoInput(NvmeCommand command)
    {
        ulong block = command.Dword10 | ((ulong)command.Dword11 << 32);
        ulong count = (command.Dword12 & 0xFFFF) + 1;
        return command.Opcode != NvmeOpcodes.Read ? InvalidOpcode
            : command.Namespace != 1 ? InvalidNamespace
            : block >= _identity.Blocks || count > _identity.Blocks - block ? OutOfRange
            : (long)count * DiskImage.BlockSize > _identity.MaximumTransfer ? InvalidField
            : Transfer(command, _options.Image.AsSpan((int)block * DiskImage.BlockSize, (int)count * DiskImage.BlockSize));
    }

    /// <summary>Writes data to the pages of a command (NVM Express 1.4, section 4.3).</summary>
    private NvmeStatus Transfer(NvmeCommand command, ReadOnlySpan<byte> data)
    {
        int first = (int)Math.Min((uint)data.Length, NvmeQueuePair.PageSize - (command.Page1 % NvmeQueuePair.PageSize));
        if (command.Page1 % 4 != 0)
        {
            return InvalidPageOffset;
        }

        _ = WriteDma(command.Page1, data[..first]);
        data = data[first..];
        if (data.Length is > 0 and <= NvmeQueuePair.PageSize)
        {
            return Place(command.Page2, data);
        }

        Span<byte> entry = stackalloc byte[sizeof(ulong)];
        for (ulong list = command.Page2; data.Length > 0; list += sizeof(ulong))
        {
            _ = ReadDma(list, entry);
            ulong page = BinaryPrimitives.ReadUInt64LittleEndian(entry);
            if (list % NvmeQueuePair.PageSize == NvmeQueuePair.PageSize - sizeof(ulong) && data.Length > NvmeQueuePair.PageSize)
            {
                list = page - sizeof(ulong); // the last entry of a page leads to the rest of the list
                continue;
            }

            int length = Math.Min(data.Length, NvmeQueuePair.PageSize);
            if (Place(page, data[..length]) is { IsSuccess: false } refusal)
            {
                return refusal;
            }

            data = data[length..];
        }

        return Success;

        NvmeStatus Place(ulong address, ReadOnlySpan<byte> bytes)
        {
            if (address % NvmeQueuePair.PageSize != 0)
            {
                return InvalidPageOffset;
            }

            _ = WriteDma(address, bytes);
            return Success;
        }
    }
}
