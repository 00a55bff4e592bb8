using System.Buffers.Binary;

namespace TopHalf;

/// <summary>Reads the instructions of a method's body one after the other (ECMA-335, partition III).</summary>
internal ref struct IlReader(ReadOnlySpan<byte> code)
{
    private const int TwoBytes = 0xFE;

    private readonly ReadOnlySpan<byte> _code = code;

    /// <summary>Where the instruction that was read begins, in bytes from the start of the body.</summary>
    public int Offset { get; private set; }

    /// <summary>Where the next one begins.</summary>
    public int Next { get; private set; }

    /// <summary>The instruction: one byte, or 0xFE00 and the second one.</summary>
    public int Code { get; private set; }

    /// <summary>A token, or the offset that a branch goes to. Of a switch: how many targets it has.</summary>
    public int Operand { get; private set; }

    /// <summary>Reads one. False at the end of the body.</summary>
    public bool Read()
    {
        if (Next >= _code.Length)
        {
            return false;
        }

        Offset = Next;
        int length = 1;
        Code = _code[Offset];
        if (Code == TwoBytes)
        {
            Code = (TwoBytes << 8) | _code[Offset + 1];
            length = 2;
        }

        int operand = Offset + length;
        int size = IlCode.OperandSize(Code);
        Next = operand + size;
        Operand = size switch
        {
            1 => (sbyte)_code[operand],
            2 => 0, // a local or an argument
            4 => BinaryPrimitives.ReadInt32LittleEndian(_code[operand..]),
            _ => 0,
        };
        if (IlCode.IsBranch(Code))
        {
            Operand += Next;
        }
        else if (Code == IlCode.Switch)
        {
            Next += Operand * sizeof(int);
        }

        return true;
    }

    /// <summary>The offset that one of a switch's targets has.</summary>
    public readonly int Target(int index)
        => Next + BinaryPrimitives.ReadInt32LittleEndian(_code[(Offset + 1 + ((index + 1) * sizeof(int)))..]);
}
