using System.Buffers.Binary;
using System.Text;
using Iced.Intel;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>The code of an executable by the names of its functions (ELF of 64 bits: elf(5)).</summary>
/// <remarks>The publishing of a NativeAOT program puts the names into a file beside it, with the ending .dbg.</remarks>
public sealed class NativeCode
{
    private const uint SymbolTable = 2;     // SHT_SYMTAB
    private const uint Loaded = 1;          // PT_LOAD
    private const int SymbolLength = 24;
    private const int Function = 2;         // STT_FUNC

    private readonly byte[] _program;
    private readonly Dictionary<string, ulong> _addresses = [];

    public NativeCode(string program)
    {
        _program = File.ReadAllBytes(program);
        ReadNames(File.ReadAllBytes(program + ".dbg"));
    }

    /// <summary>The address of the one function whose name ends so.</summary>
    public ulong this[string ending]
        => _addresses.Single(pair => pair.Key.EndsWith(ending, StringComparison.Ordinal)).Value;

    /// <summary>The code from an address on.</summary>
    public CodeReader At(ulong address)
    {
        // Program headers: where they begin (at 32), how long one is (at 54), how many there are (at 56).
        for (int i = 0; i < Half(_program, 56); i++)
        {
            int header = (int)Word(_program, 32) + (i * Half(_program, 54));
            ulong start = Word(_program, header + 16);
            ulong length = Word(_program, header + 32);
            if (BinaryPrimitives.ReadUInt32LittleEndian(_program.AsSpan(header)) == Loaded && address >= start && address - start < length)
            {
                int offset = (int)(Word(_program, header + 8) + (address - start));
                return new ByteArrayCodeReader(_program, offset, (int)(length - (address - start)));
            }
        }

        throw new ArgumentOutOfRangeException(nameof(address), $"0x{address:x} is not in the program");
    }

    private void ReadNames(byte[] file)
    {
        // Section headers: where they begin (at 40), how long one is (at 58), how many there are (at 60).
        int HeaderOf(int section) => (int)Word(file, 40) + (section * Half(file, 58));
        for (int i = 0; i < Half(file, 60); i++)
        {
            int header = HeaderOf(i);
            if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(header + 4)) != SymbolTable)
            {
                continue;
            }

            int names = (int)Word(file, HeaderOf((int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(header + 40))) + 24);
            ReadOnlySpan<byte> symbols = file.AsSpan((int)Word(file, header + 24), (int)Word(file, header + 32));
            for (; symbols.Length >= SymbolLength; symbols = symbols[SymbolLength..])
            {
                if ((symbols[4] & 0xF) != Function)
                {
                    continue;
                }

                ReadOnlySpan<byte> name = file.AsSpan(names + (int)BinaryPrimitives.ReadUInt32LittleEndian(symbols));
                _addresses[Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)])] = BinaryPrimitives.ReadUInt64LittleEndian(symbols[8..]);
            }
        }
    }

    private static int Half(byte[] file, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(offset));

    private static ulong Word(byte[] file, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(offset));
}
